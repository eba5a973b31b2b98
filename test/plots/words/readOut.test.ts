import { describe, expect, it } from 'vitest';
import { nearest, planeNames, readBars, readCurve, readPlane, sharesAt } from '../../../webview/plots/words/readOut';
import { bumps, counts, infiniteMixture, mixture, normal, threeBumps, twoBlobs } from '../fixtures';

describe('reading a curve', () => {
  const curve = mixture(bumps, -5, 5, [], 201);
  const index = nearest(curve.x, 1.55);

  it('gives x, the density and the shares of the components', () => {
    const readOut = readCurve(curve, index);
    expect(readOut.places).toEqual([{ name: 'x', value: '1.55' }]);
    const parts = bumps.map(({ weight, mean, sd }) => weight * normal(1.55, mean, sd));
    const total = parts.reduce((sum, part) => sum + part, 0);
    expect(readOut.density).toEqual({ name: 'p(x)', value: total.toPrecision(3) });
    expect(readOut.sharesOf).toBe('p(z | x)');
    expect(readOut.shares?.map(({ share }) => share)).toEqual(parts.map((part) => expect.closeTo(part / total, 12)));
  });

  it('names the largest shares first and says it all in one sentence', () => {
    const readOut = readCurve(curve, index);
    expect(readOut.top.map(({ name }) => name)).toEqual(['orange', 'green']);
    expect(readOut.spoken).toBe('x = 1.55, p(x) = 0.128, orange 0.90, green 0.10');
  });

  it('tells of the standard error and of no shares where the components are draws', () => {
    const many = infiniteMixture();
    const readOut = readCurve(many, 50);
    expect(readOut.error).toMatch(/^± 0\.\d+$/);
    expect(readOut.shares).toBeNull();
    expect(readOut.sharesOf).toBe('');
  });

  it('has no shares where the density is zero', () => {
    const far = mixture(bumps, 500, 600);
    expect(sharesAt(far.components, far.density, 10)).toBeNull();
  });

  it('stays inside for places outside', () => {
    expect([nearest(curve.x, -100), nearest(curve.x, 100)]).toEqual([0, 200]);
  });
});

it('reading a bar gives its value and probability', () => {
  const readOut = readBars(counts(), 2);
  expect(readOut.places).toEqual([{ name: 'x', value: '2' }]);
  expect(readOut.top[0]?.name).toBe('slow');
  const slow = 0.6 * 2 * Math.exp(-2);
  const fast = (0.4 * Math.exp(-9) * 81) / 2;
  expect(readOut.density.value).toBe((slow + fast).toPrecision(3));
});

it('reading a plane gives both coordinates', () => {
  const plane = twoBlobs('x', 7);
  expect(readPlane(plane, 6, 0).spoken).toBe('x₁ = 3.00, x₂ = −2.50, p(x) = 2.20×10⁻⁸');
  expect(planeNames('x, y')).toEqual(['x', 'y']);
  expect(planeNames('z')).toEqual(['z₁', 'z₂']);
});

it('shares add up to one', () => {
  const curve = threeBumps();
  curve.x.forEach((_, i) => {
    const total = (sharesAt(curve.components, curve.density, i) ?? []).reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 12);
  });
});

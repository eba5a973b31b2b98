import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { distributionBars, distributionCurve } from '../../../webview/plots/scale/distributionScale';
import { bumps, counts, infiniteMixture, threeBumps } from '../fixtures';

const cdf = (x: number): number =>
  bumps.reduce((sum, { weight, mean, sd }) => sum + weight * normalCdf((x - mean) / sd), 0);

describe('a distribution function', () => {
  it('is what the engine says, with its components', () => {
    const curve = threeBumps();
    const components = bumps.map(({ weight, mean, sd }) => curve.x.map((x) => weight * normalCdf((x - mean) / sd)));
    const exact = { kind: 'distribution' as const, cumulative: curve.x.map(cdf), components };
    const made = distributionCurve(curve, exact);
    expect(made.density).toBe(exact.cumulative);
    expect(made.components.items.map(({ density }) => density)).toEqual(components);
    expect(made.onScale!.note).toContain('Exact');
  });

  it('is the integral of the density where the engine has not said it, with the mass below its range added', () => {
    const curve = threeBumps(512);
    const outside = { below: cdf(-5), above: 1 - cdf(5.6), exact: true };
    const made = distributionCurve({ ...curve, outside, massInside: 1 - outside.below - outside.above }, null);
    curve.x.forEach((x, i) => {
      expect(Math.abs(made.density[i]! - cdf(x))).toBeLessThan(1e-4);
    });
    expect(made.components.items).toEqual([]);
    expect(made.onScale!.note).toContain('integrated');
  });

  it('of another answer, to other points, is not taken', () => {
    const stale = { kind: 'distribution' as const, cumulative: new Float64Array(7), components: [] };
    expect(distributionCurve(threeBumps(), stale).onScale!.note).toContain('integrated');
  });

  it('rises, whatever the density is, and has no band of errors', () => {
    const made = distributionCurve(infiniteMixture(), null);
    for (let i = 1; i < made.density.length; i++) expect(made.density[i]).toBeGreaterThanOrEqual(made.density[i - 1]!);
    expect(made.standardError).toBeNull();
    expect(made.histogram!.density.at(-1)).toBeLessThanOrEqual(1);
  });

  it('passes a pole', () => {
    const curve = threeBumps();
    const density = curve.density.map((value, i) => (i === 30 ? Number.POSITIVE_INFINITY : value));
    expect(distributionCurve({ ...curve, density }, null).density.every(Number.isFinite)).toBe(true);
  });
});

describe('the distribution function of bars', () => {
  it('is their running sum, of which the components have theirs', () => {
    const bars = { ...counts(), massInside: 1 };
    const made = distributionBars(bars);
    const total = bars.probability.reduce((a, b) => a + b, 0);
    expect(made.probability.at(-1)).toBeCloseTo(1, 9);
    expect(made.probability[2]).toBeCloseTo(
      (bars.probability[0]! + bars.probability[1]! + bars.probability[2]!) / total,
      12,
    );
    const parts = made.components.items.reduce((sum, { density }) => sum + density[2]!, 0);
    expect(parts).toBeCloseTo(made.probability[2]!, 9);
  });

  it('begins with what lies below the first, and then has no components', () => {
    const made = distributionBars({ ...counts(), massInside: 0.7, outside: { below: 0.2, above: 0.1, exact: false } });
    expect(made.probability.at(-1)).toBeCloseTo(0.9, 12);
    expect(made.probability[0]).toBeGreaterThan(0.2);
    expect(made.components.items).toEqual([]);
    expect(made.onScale!.note).toContain('from the samples');
  });
});

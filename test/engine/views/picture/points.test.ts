import { describe, expect, it } from 'vitest';
import type { Standing, Zoom } from '../../../../src/engine/api/preview';
import { Session } from '../../../../src/engine/service/session';
import { curveOf, final, first } from '../../ask';
import { bumps, requestFor, threeBumps } from '../../build';
import { area, ask } from '../../models';

const curve = (text: string) => curveOf(first(ask(text, { points: 128 })));

describe('the points of a curve', () => {
  it('cover the view that the model states, evenly', () => {
    const { x } = curve('observed x ~ Normal(0, 1)\nview x in [-1, 3]');
    expect([x.length, x[0], x.at(-1)]).toEqual([128, -1, 3]);
    expect(x[1]! - x[0]!).toBeCloseTo(4 / 127, 12);
  });

  it('cover what the reader has zoomed in on, as many as ever, with the histogram and the components', () => {
    const made = curveOf(
      first(
        ask('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(4 * k, 1)', {
          points: 128,
          zoom: { x: { low: 0.25, high: 0.75 }, y: null },
        }),
      ),
    );
    expect([made.x.length, made.x[0], made.x.at(-1)]).toEqual([128, 0.25, 0.75]);
    expect(made.histogram!.edges[0]).toBe(0.25);
    expect(made.histogram!.edges.at(-1)).toBe(0.75);
    expect(made.components.items.map(({ density }) => density.length)).toEqual([128, 128]);
    expect(area(made.x, made.density)).toBeCloseTo(made.massInside, 4);
  });

  it('go back to the very same range after a zoom', () => {
    const session = new Session();
    const ends = (zoom: Zoom | null) => {
      const { x } = curveOf(final(requestFor(bumps(threeBumps), { points: 64, zoom }), session));
      return [x[0], x.at(-1)];
    };
    const before = ends(null);
    expect(ends({ x: { low: 0, high: 1 }, y: null })).toEqual([0, 1]);
    expect(ends(null)).toEqual(before);
  });

  it('of a plane are zoomed along both axes', () => {
    const made = final(
      ask('observed x ~ Normal(0, 1)^2', {
        points: 32,
        zoom: { x: { low: -1, high: 1 }, y: { low: 0, high: 3 } },
      }),
    ).observed;
    if (made.kind !== 'plane') throw new Error('It is a plane.');
    expect([made.x[0], made.x.at(-1), made.y[0], made.y.at(-1)]).toEqual([-1, 1, 0, 3]);
  });

  it('stop at the ends of a support', () => {
    expect(curve('observed x ~ Exponential(1)').x[0]).toBe(0);
    const beta = curve('observed x ~ Beta(2, 3)').x;
    expect([beta[0], beta.at(-1)]).toEqual([0, 1]);
    const uniform = curve('observed x ~ Uniform(-2, 7)').x;
    expect([uniform[0], uniform.at(-1)]).toEqual([-2, 7]);
    expect(curve('observed x ~ Pareto(3, 1.5)').x[0]).toBe(1.5);
  });

  it('show every component that weighs something, however far away', () => {
    const { x, massInside } = curve('latent k ~ Bernoulli(0.01)\nobserved x | k ~ Normal(40 * k, 1)');
    expect(x.at(-1)).toBeGreaterThan(43);
    expect(massInside).toBeGreaterThan(0.9999);
  });

  it('do not follow the tails of a Cauchy', () => {
    const { x } = curve('observed x ~ Cauchy(0, 1)');
    expect(x.at(-1)! - x[0]!).toBeLessThan(60);
  });

  it('stand closer about a peak that would fall between them', () => {
    const { x, density } = curve(
      'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(0.123, case k { true: 5, false: 0.001 })',
    );
    expect(x.length).toBeGreaterThan(128);
    expect(Math.max(...density)).toBeCloseTo(0.5 * (1 / (0.001 * Math.sqrt(2 * Math.PI))), -1);
    expect(area(x, density)).toBeCloseTo(1, 1);
    expect(Array.from(x)).toEqual(Array.from(x).sort((a, b) => a - b));
  });

  it('draw a point mass as a peak of its area', () => {
    const { x, density } = curve(
      'latent k ~ Bernoulli(0.3)\nobserved x | k ~ case k { true: Dirac(1.234), false: Normal(0, 1) }',
    );
    expect(area(x, density)).toBeCloseTo(1, 2);
    expect(Math.max(...density)).toBeGreaterThan(1);
  });

  it('stay where they stand while a number is dragged a little, and otherwise depend on nothing but the model', () => {
    const session = new Session();
    const range = (mean: number, standing: readonly Standing[]) => {
      const model = bumps({ ...threeBumps, mean: [mean, 0.5, 3] });
      const { x } = curveOf(final(requestFor(model, { points: 64, standing }), session));
      return [x[0]!, x.at(-1)!] as const;
    };
    const before = range(-2, []);
    const standing = [{ label: 'x', x: { low: before[0], high: before[1] }, y: null }];
    expect(range(-1.9, standing)).toEqual(before);
    expect(range(-2.1, standing)).toEqual(before);
    expect(range(-2.1, [])).not.toEqual(before);
    expect(range(-2.1, [{ ...standing[0]!, label: 'y' }])).not.toEqual(before);
    expect(range(-9, standing)[0]).toBeLessThan(-10);
  });
});

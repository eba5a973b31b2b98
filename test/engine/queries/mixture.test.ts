import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { normal } from '../../../src/engine/families/normal';
import { mixtureQuantiles, normalMixtureQuantiles } from '../../../src/engine/queries/mixture';

describe('the quantiles of a mixture', () => {
  it('invert its distribution function', () => {
    const parameters = [
      [-3, 0.1],
      [5, 2],
      [5.5, 1e-6],
    ];
    const weights = Float64Array.of(0.2, 0.5, 0.3);
    const cdf = (i: number, x: number) => normal.cdf(x, parameters[i]!);
    const found = mixtureQuantiles({ weights, cdf, quantile: (i, u) => normal.quantile(u, parameters[i]!) });
    quantileLevels.forEach((u, level) => {
      const below = weights.reduce((sum, weight, i) => sum + weight * cdf(i, found[level]!), 0);
      expect(below).toBeCloseTo(u, 8);
    });
  });

  it('invert that of many components, some of them far off and some narrow', () => {
    const count = 5000;
    const parameters = Array.from({ length: count }, (_, i) => [
      i % 500 === 0 ? 40 : Math.sin(i) + i / count,
      i % 3 === 0 ? 1e-4 : 0.5,
    ]);
    const weights = Float64Array.from(parameters, (_, i) => (1 + (i % 7)) / 20_000);
    const total = weights.reduce((a, b) => a + b, 0);
    const cdf = (i: number, x: number) => normal.cdf(x, parameters[i]!);
    const found = mixtureQuantiles({ weights, cdf, quantile: (i, u) => normal.quantile(u, parameters[i]!) });
    quantileLevels.forEach((u, level) => {
      const below = weights.reduce((sum, weight, i) => sum + weight * cdf(i, found[level]!), 0);
      expect(below / total).toBeCloseTo(u, 9);
    });
  });

  it('are where it jumps', () => {
    const at = [0, 1, 2];
    const found = mixtureQuantiles({
      weights: Float64Array.of(0.3, 0.4, 0.3),
      cdf: (i, x) => (x >= at[i]! ? 1 : 0),
      quantile: (i) => at[i]!,
    });
    [0, 0, 0, 1, 2, 2, 2].forEach((value, i) => {
      expect(found[i]!).toBeCloseTo(value, 12);
    });
  });

  it('pass over components without weight', () => {
    const cdf = (_: number, x: number) => normal.cdf(x, [0, 1]);
    const quantile = (i: number, u: number) => (i === 0 ? Number.NaN : normal.quantile(u, [0, 1]));
    expect(mixtureQuantiles({ weights: Float64Array.of(0, 1), cdf, quantile })[3]).toBe(0);
    expect(mixtureQuantiles({ weights: Float64Array.of(0, 0), cdf, quantile })[3]).toBeNaN();
  });

  it('of Normals are the same by steps of their own', () => {
    const [weights, means] = [Float64Array.of(0.2, 0.5, 0, 0.3), Float64Array.of(-3, 5, 1e9, 5.5)];
    const sd = Float64Array.of(0.1, 2, 1, 1e-6);
    const known = mixtureQuantiles({
      weights,
      cdf: (i, x) => normal.cdf(x, [means[i]!, sd[i]!]),
      quantile: (i, u) => normal.quantile(u, [means[i]!, sd[i]!]),
    });
    normalMixtureQuantiles(weights, means, sd).forEach((x, level) => {
      expect(x).toBeCloseTo(known[level]!, 9);
    });
  });
});

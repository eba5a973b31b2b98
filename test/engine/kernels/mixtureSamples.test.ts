import { tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { aliasTable, mixtureSamples, plainMixtureSamples } from '../../../webview/engine/kernels/mixtureSamples';
import { normalCdf } from '../../../webview/engine/math/normalCdf';
import { backends, useBackend } from '../backends';
import { valuesOf } from './reference';

type Draw = typeof mixtureSamples;

function drawn(f: Draw, weight: number[], mean: number[], sd: number[], count: number, seed: number) {
  const [draws, components] = valuesOf(() => {
    const made = f({ weight: tensor1d(weight), mean: tensor1d(mean), sd: tensor1d(sd) }, count, seed);
    return [made.draws, made.components];
  });
  return { draws: draws!, components: components! };
}

/** The largest distance between the share of draws below a value and the distribution function. */
function kolmogorov(draws: readonly number[], cdf: (x: number) => number): number {
  const sorted = [...draws].sort((a, b) => a - b);
  return Math.max(...sorted.map((x, i) => Math.abs(cdf(x) - (i + 0.5) / sorted.length)));
}

describe.each(backends)('mixtureSamples on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    ['fused', mixtureSamples],
    ['plain', plainMixtureSamples],
  ] as const)('follows the mixture, %s', (_, f) => {
    const [weight, mean, sd] = [
      [3, 5, 2],
      [-2, 0.5, 3],
      [0.5, 1, 0.7],
    ];
    const count = 50_000;
    const { draws, components } = drawn(f, weight, mean, sd, count, 0);
    for (let k = 0; k < 3; k++) {
      const own = draws.filter((_, i) => components[i] === k);
      expect(Math.abs(own.length / count - weight[k]! / 10)).toBeLessThan(4 * Math.sqrt(0.25 / count));
      // 1.95 / √n is passed once in a thousand seeds.
      expect(kolmogorov(own, (x) => normalCdf((x - mean[k]!) / sd[k]!))).toBeLessThan(1.95 / Math.sqrt(own.length));
    }
  });

  it('is the same for the same seed, another for another, and goes on where a shorter one ends', () => {
    const of = (count: number, seed: number) => drawn(mixtureSamples, [1, 1], [0, 5], [1, 1], count, seed);
    const long = of(20_000, 3);
    expect(of(20_000, 3)).toEqual(long);
    expect(of(20_000, 4).draws).not.toEqual(long.draws);
    expect(of(17, 3).draws).toEqual(long.draws.slice(0, 17));
    expect(of(0, 3)).toEqual({ draws: [], components: [] });
  });

  it('never draws a component without weight, and always the only one', () => {
    const { components } = drawn(mixtureSamples, [0, 1, 0, 1e-3], [0, 0, 0, 0], [1, 1, 1, 1], 10_000, 1);
    expect(new Set(components)).toEqual(new Set([1, 3]));
    const only = drawn(mixtureSamples, [2], [7], [0], 5, 1);
    expect(only).toEqual({ draws: [7, 7, 7, 7, 7], components: [0, 0, 0, 0, 0] });
  });

  it('says what is wrong with an argument', () => {
    const one = tensor1d([1]);
    const draw = (weight: number[], count = 1, seed = 0) => {
      const same = tensor1d(weight.map(() => 1));
      return () => mixtureSamples({ weight: tensor1d(weight), mean: same, sd: same }, count, seed);
    };
    expect(draw([0, 0])).toThrow('MixtureSamples: at least one weight must be above 0.');
    expect(draw([1, -1])).toThrow('MixtureSamples: weight 2 must be a finite number of at least 0, not -1.');
    expect(draw([1], 1.5)).toThrow('MixtureSamples: the number of draws must be a whole number, not 1.5.');
    expect(draw([1], 1, 0.5)).toThrow('MixtureSamples: the seed must be a whole number, not 0.5.');
    expect(() => mixtureSamples({ weight: one, mean: tensor1d([1, 2]), sd: one }, 1, 0)).toThrow(
      'MixtureSamples: mean must have the shape [1], not [2].',
    );
  });
});

describe('aliasTable', () => {
  it.each([[[1]], [[1, 1, 1]], [[3, 5, 2]], [[0, 1e-9, 1, 0, 5]], [[1e30, 1, 1e30]]])(
    'gives each of %o its share of all places',
    (weights) => {
      const { threshold, alias } = aliasTable(weights);
      const shares = new Array<number>(weights.length).fill(0);
      threshold.forEach((own, k) => {
        const kept = alias[k] === k ? 1 : own / 2 ** 32;
        shares[k]! += kept / weights.length;
        shares[alias[k]!]! += (1 - kept) / weights.length;
      });
      const total = weights.reduce((a, b) => a + b, 0);
      shares.forEach((share, k) => {
        expect(share).toBeCloseTo(weights[k]! / total, 8);
      });
    },
  );
});

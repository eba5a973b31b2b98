import type { FanPicture } from '../../src/engine/api/aside';

/** Fans worked out by hand. */

/** A chain whose median rises by 1 and whose middle 90 % is 2 to either side, its middle 50 % 1. */
export function risingFan(count = 5, parts: Partial<FanPicture> = {}): FanPicture {
  const at = (offset: number): Float64Array => Float64Array.from({ length: count }, (_, k) => k + offset);
  return {
    kind: 'fan',
    variable: 'z',
    coordinate: null,
    indices: Array.from({ length: count }, (_, k) => k + 1),
    total: count,
    content: { kind: 'bands', quantiles: [-2, -1, 0, 1, 2].map(at), paths: [at(0.5), at(-0.5)] },
    settled: count,
    badge: 'exact · Gaussian',
    sentence: 'In closed form.',
    ...parts,
  };
}

/** A chain of categories, with the share of the first at each element. */
export function weatherFan(sunny: readonly number[] = [0.1, 0.4, 0.5], parts: Partial<FanPicture> = {}): FanPicture {
  return risingFan(sunny.length, {
    variable: 'weather',
    content: {
      kind: 'shares',
      values: [1, 2],
      labels: ['sunny', 'rainy'],
      shares: [Float64Array.from(sunny), Float64Array.from(sunny, (share) => 1 - share)],
    },
    badge: 'exact · sum',
    ...parts,
  });
}

import { describe, expect, it } from 'vitest';
import { expectClose, logSum, numbers } from '../reference';
import { sumsAt, type Terms } from './sums';

const single = (values: readonly number[]) => Array.from(Float32Array.from(values));

function reference(x: readonly number[], { mean, scale, offset }: Terms): number[] {
  return x.map((at) => logSum(mean.map((m, k) => (offset[k]! - ((at - m) * scale[k]!) ** 2) * Math.LN2)));
}

describe('normalSums', () => {
  it.each([1, 2, 127, 128, 129, 256, 1000])('sums %i components in double precision’s digits', (count) => {
    const x = single(numbers(13, -6, 6));
    const terms = {
      mean: single(numbers(count, -4, 4, 2)),
      scale: single(numbers(count, 0.3, 3, 3)),
      offset: single(numbers(count, -9, 0, 4)),
    };
    const { maxima, sums } = sumsAt(x, terms);
    const logs = sums.map((sum, p) => Math.log(sum) + maxima[p]! * Math.LN2);
    expectClose(logs, reference(x, terms), 1e-6, 5e-7);
  });

  it('takes the largest term off where all are small', () => {
    const terms = { mean: [0, 1], scale: [1, 1], offset: [0, -3] };
    // Eight points go together.
    expect(sumsAt([0, 5], terms).maxima).toEqual([0, 0]);
    const { maxima, sums } = sumsAt([0, 5, 9, 20, 1000], terms);
    expect(maxima).toEqual([0, -19, -67, -364, -998004]);
    expect(sums.every((sum) => sum >= 1 && sum < 2)).toBe(true);
  });

  it('counts terms that are no number as nothing, and says where there are none', () => {
    const infinity = Number.POSITIVE_INFINITY;
    const some = sumsAt([0, 0.5], { mean: [0, Number.NaN, 0], scale: [1, 1, 1], offset: [-1, 0, Number.NaN] });
    expectClose(some.sums, [0.5, 2 ** -1.25], 1e-6);
    const none = sumsAt([0], { mean: [0, Number.NaN], scale: [1, 1], offset: [-infinity, 0] });
    expect(none.maxima).toEqual([-infinity]);
  });
});

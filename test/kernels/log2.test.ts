import { expect, it } from 'vitest';
import { expectClose, numbers } from '../engine/kernels/reference';
import { sumsAt } from './sums';

it('has the digits of single precision for sums of every size', () => {
  // With n equal components of power 2^t each, the logarithm is that of n · 2^t.
  for (const t of [0, -0.3, -17.8, -60.1]) {
    for (const n of [1, 2, 3, 5, 100]) {
      const same = (value: number) => new Array<number>(n).fill(value);
      const { logs } = sumsAt([0], { mean: same(0), scale: same(1), offset: same(t) });
      expectClose(logs, [Math.log(n) + Math.fround(t) * Math.LN2], 2e-7, 2e-7);
    }
  }
  const worst = Math.max(
    ...Array.from(Float32Array.from(numbers(2000, -1, 0)), (t) =>
      Math.abs(sumsAt([0], { mean: [0], scale: [1], offset: [t] }).logs[0]! - t * Math.LN2),
    ),
  );
  expect(worst).toBeLessThan(2e-7);
});

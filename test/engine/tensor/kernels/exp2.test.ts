import { expect, it } from 'vitest';
import { numbers } from '../reference';
import { sumsAt } from './sums';

it('is good to 1.5e-7 down to 2⁻⁷⁹, and exact at whole numbers', () => {
  const power = (t: number) => sumsAt([0], { mean: [0], scale: [1], offset: [t] }).sums[0]!;
  for (const t of Float32Array.from(numbers(2000, -79, 0))) {
    expect(Math.abs(power(t) / 2 ** t - 1)).toBeLessThan(1.5e-7);
  }
  for (const t of [0, -1, -2, -40, -79]) expect(power(t)).toBe(2 ** t);
});

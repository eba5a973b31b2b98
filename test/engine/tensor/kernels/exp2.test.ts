import { expect, it } from 'vitest';
import { numbers } from '../reference';
import { own } from './memory';

/** 2ᵗ as a plane has it: the sum of one node of that weight at its mean, which is 2¹¹⁰ times as large. */
function power(t: number): number {
  own.reset();
  const [axis, zero, one, offset] = [own.put([0, 0, 0, 0]), own.put([0]), own.put([1]), own.put([t])];
  const out = own.put(new Float32Array(16));
  own.run.planeSums(axis, 4, axis, 4, zero, one, zero, one, offset, 1, own.room(4 * 32 * 8), out);
  return own.floats(out, 16)[0]! / 2 ** 110;
}

it('is good to 1.5e-7 down to 2⁻⁷⁹, and exact at whole numbers', () => {
  for (const t of Float32Array.from(numbers(2000, -79, 0))) {
    // The weight is lifted by 55 bits, which rounds it.
    const lifted = Math.fround(t + 55) - 55;
    expect(Math.abs(power(t) / 2 ** lifted - 1)).toBeLessThan(1.5e-7);
  }
  for (const t of [0, -1, -2, -40, -79]) expect(power(t)).toBe(2 ** t);
});

import { expect, it } from 'vitest';
import { tanh } from '../../../src/engine/math/tanh';

it('is Math.tanh to 14 digits of every value, also of small ones', () => {
  for (let log = -40; log < 4; log += 0.0037) {
    for (const x of [Math.exp(log), -Math.exp(log)]) {
      expect(Math.abs(tanh(x) / Math.tanh(x) - 1), `at ${x}`).toBeLessThan(2e-14);
    }
  }
});

it('is odd, ends at 1, and undefined where x is', () => {
  expect([0, 19.2, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(tanh)).toEqual([0, 1, 1, 1, -1]);
  expect(tanh(Number.NaN)).toBeNaN();
});

import { expect, it } from 'vitest';
import { fastExp } from '../../../src/engine/math/fastExp';

it('agrees with the exponential function to thirteen digits where it is used', () => {
  let worst = 0;
  for (let i = 0; i <= 40_000; i++) {
    const x = -i / 1000;
    worst = Math.max(worst, Math.abs(fastExp(x) / Math.exp(x) - 1));
  }
  expect(worst).toBeLessThan(1e-13);
  expect(fastExp(0)).toBe(1);
});

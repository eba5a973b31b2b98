import { expect, it } from 'vitest';
import { normalKernel } from '../../../src/engine/chains/normalKernel';
import { logNormal } from '../queries/inquire';

it('has the density of each row, and reaches to where it has fallen by the depth', () => {
  const kernel = normalKernel(Float64Array.of(0, 3), Float64Array.of(1, 0.2));
  expect(kernel.logDensity(1, Float64Array.of(2.5))[0]).toBeCloseTo(logNormal(2.5, 3, 0.2), 12);
  const [low, high] = kernel.reach(1, 18);
  expect([low, high]).toEqual([expect.closeTo(1.8, 12), expect.closeTo(4.2, 12)]);
});

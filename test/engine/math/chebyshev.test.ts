import { expect, test } from 'vitest';
import { chebyshev } from '../../../src/engine/math/chebyshev';

test('sums Chebyshev polynomials', () => {
  for (const u of [-1, -0.3, 0, 0.5, 1]) {
    expect(chebyshev([2], u)).toBe(2);
    expect(chebyshev([1, 3, -2, 0.5], u)).toBeCloseTo(1 + 3 * u - 2 * (2 * u * u - 1) + 0.5 * (4 * u ** 3 - 3 * u), 14);
  }
});

import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { tailIntegral } from '../../../src/engine/math/tailIntegral';
import { expectClose } from './table';

test('of a normal density is its tail, near and far, in fewer than a hundred values', () => {
  for (const z of [0, 0.5, 3, 20, 37]) {
    let values = 0;
    const phi = (s: number) => {
      values++;
      return 0.5 * (z + s) ** 2;
    };
    const tail = tailIntegral(phi, () => 1 / Math.sqrt(2 * Math.PI), z, 1);
    expectClose(tail, normalCdf(-z), 2e-13, 0, z);
    expect(values).toBeLessThan(100);
  }
});

test('finds the end of a tail that falls more slowly than it begins', () => {
  // ∫ (1 + s)^−60 = 1/59
  expectClose(
    tailIntegral(
      (s) => 60 * Math.log1p(s),
      () => 1,
      60,
      60,
    ),
    1 / 59,
    1e-13,
    0,
    'power',
  );
});

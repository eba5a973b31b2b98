import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { normalQuantile } from '../../../src/engine/math/normalQuantile';
import { expectClose } from './table';

test('known quantiles', () => {
  expectClose(normalQuantile(0.975), 1.959963984540054, 1e-15, 0, 0.975);
  expectClose(normalQuantile(1e-300), -37.0470962993612, 1e-15, 0, 1e-300);
  expectClose(normalQuantile(2 ** -1074), -38.467405617144344, 1e-10, 0, 'the smallest float');
  expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
});

test('inverts the distribution function to rounding, in both tails', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: -0.0001, noNaN: true }), (logU) => {
      const u = Math.exp(logU);
      const x = normalQuantile(u);
      expectClose(normalCdf(x), u, 1e-15 * (4 + x * x), 0, u);
      if (u < 0.5) expect(normalQuantile(1 - u) + 0).toBe(0 - normalQuantile(1 - (1 - u)));
    }),
    { seed: 1 },
  );
});

test('is monotone where its pieces meet', () => {
  for (const centre of [0.5, normalCdf(-8)]) {
    const quantiles = Array.from({ length: 201 }, (_, k) => normalQuantile(centre * (1 + (k - 100) * 1e-9)));
    for (let k = 1; k <= 200; k++) expect(quantiles[k]).toBeGreaterThan(quantiles[k - 1]!);
  }
});

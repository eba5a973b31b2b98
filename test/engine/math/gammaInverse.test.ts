import { expect, test } from 'vitest';
import { logGammaInverse } from '../../../src/engine/math/gammaInverse';
import { gammaP, gammaQ } from '../../../src/engine/math/incompleteGamma';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { expectClose } from './table';

test('inverts both tails', () => {
  for (const a of [0.02, 0.5, 1, 7, 200, 1e4]) {
    for (const tail of [1e-300, 1e-40, 1e-5, 0.2, 0.5]) {
      const [lower, upper] = [logGammaInverse(a, tail, 1 - tail), logGammaInverse(a, 1 - tail, tail)];
      if (lower > -700) expectClose(gammaP(a, Math.exp(lower)), tail, 1e-11 + 1e-15 * a, 0, [a, tail]);
      expectClose(gammaQ(a, Math.exp(upper)), tail, 1e-11 + 1e-14 * Math.exp(upper), 0, [a, tail]);
    }
  }
});

test('goes on in logarithms where x underflows', () => {
  // P(a, x) = x^a / Γ(a + 1) there.
  expectClose(logGammaInverse(1e-3, 1e-300, 1), (-300 * Math.LN10 - 5.763e-4) / 1e-3, 1e-6, 0, 1e-3);
});

test('special arguments', () => {
  expect(logGammaInverse(2, 0, 1)).toBe(-Infinity);
  expect(logGammaInverse(2, 1, 0)).toBe(Infinity);
  expect([logGammaInverse(0, 0.5, 0.5), logGammaInverse(2, NaN, 0.5), logGammaInverse(2, -1, 2)]).toEqual([
    NaN,
    NaN,
    NaN,
  ]);
});

test('of huge shapes is near the normal, and at once', () => {
  for (const z of [-3, 0, 2]) {
    const p = normalCdf(z);
    const x = Math.exp(logGammaInverse(1e12, p, 1 - p));
    expectClose((x - 1e12) / 1e6, z, 0, 2e-4, z);
  }
});

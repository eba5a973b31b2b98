import { expect, test } from 'vitest';
import { betaInverse } from '../../../src/engine/math/betaInverse';
import { incompleteBeta } from '../../../src/engine/math/incompleteBeta';
import { expectClose } from './table';

test('inverts both tails, and gives both ends in logarithms', () => {
  for (const [a, b] of [
    [0.5, 0.5],
    [2, 5],
    [300, 7],
    [1e4, 2e4],
  ] as const) {
    for (const p of [1e-300, 1e-12, 0.03, 0.5]) {
      const [logX, logY] = betaInverse(a, b, p, 1 - p);
      expectClose(Math.exp(logX) + Math.exp(logY), 1, 1e-15, 0, [a, b, p]);
      if (logX > -700)
        expectClose(incompleteBeta(a, b, Math.exp(logX), Math.exp(logY)), p, 1e-11 + 1e-15 * b, 0, [a, b, p]);
      const [logU, logV] = betaInverse(a, b, 1 - p, p);
      if (logV > -700)
        expectClose(incompleteBeta(b, a, Math.exp(logV), Math.exp(logU)), p, 1e-11 + 1e-15 * b, 0, [b, a, p]);
    }
  }
});

test('goes on in logarithms where x underflows', () => {
  // I_x(½, ½) = (2/π) arcsin √x, for small x (2/π) √x.
  expectClose(betaInverse(0.5, 0.5, 1e-300, 1)[0], 2 * (Math.log(Math.PI / 2) - 300 * Math.LN10), 1e-14, 0, 1e-300);
});

test('special arguments', () => {
  expect(betaInverse(2, 3, 0, 1)).toEqual([-Infinity, 0]);
  expect(betaInverse(2, 3, 1, 0)).toEqual([0, -Infinity]);
  expect(betaInverse(0, 3, 0.5, 0.5)).toEqual([NaN, NaN]);
  expect(betaInverse(2, 3, NaN, NaN)).toEqual([NaN, NaN]);
});

test('of huge parameters is near the normal, and at once', () => {
  const [logX, logY] = betaInverse(1e12, 3e12, 0.5, 0.5);
  expectClose(Math.exp(logX), 0.25, 1e-9, 0, 'middle');
  expectClose(Math.exp(logY), 0.75, 1e-9, 0, 'middle');
});

test('one parameter enormous beside the other: still the inverse, and mirrored', () => {
  for (const [a, b] of [
    [1e6, 1e20],
    [5, 1e20],
    [0.01, 1e20],
    [1e-3, 1e300],
    [2, 1e15],
  ] as const) {
    for (const p of [1e-300, 1e-9, 0.3, 0.5, 0.9, 1 - 2 ** -30]) {
      const [logX, logY] = betaInverse(a, b, p, 1 - p);
      expect(logX).toBeLessThanOrEqual(0);
      if (logX > -700) {
        expectClose(incompleteBeta(a, b, Math.exp(logX), Math.exp(logY)), p, 1e-11 * Math.sqrt(1 + a), 0, [a, b, p]);
      }
      expect(betaInverse(b, a, 1 - p, p)).toEqual([logY, logX]);
    }
  }
});

import { expect, test } from 'vitest';
import { binomial } from '../../../src/engine/families/binomial';
import { gammaLimit, incompleteBeta } from '../../../src/engine/math/incompleteBeta';
import { expectClose, rowsOf } from './table';

test('has the values of the reference, relative', () => {
  for (const { args, value } of rowsOf('incompleteBeta')) {
    expectClose(incompleteBeta(args[0]!, args[1]!, args[2]!), value, 2e-13, 0, args);
  }
});

test('I_x(a, b) + I_(1−x)(b, a) = 1', () => {
  for (const [a, b, x] of [
    [0.1, 3, 0.3],
    [40, 60, 0.41],
    [2e5, 1e5, 0.6661],
  ] as const) {
    expectClose(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x), 1, 1e-12, 0, [a, b, x]);
  }
});

test('special arguments', () => {
  expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1), incompleteBeta(2, 3, -1), incompleteBeta(2, 3, 2)]).toEqual(
    [0, 1, 0, 1],
  );
  expect([incompleteBeta(0, 3, 0.5), incompleteBeta(2, -3, 0.5), incompleteBeta(2, 3, NaN)]).toEqual([NaN, NaN, NaN]);
});

test('one parameter enormous beside the other: values by quadrature at 50 digits', () => {
  for (const [a, b, x, value] of [
    [2, 1e15, 1e-15, 0.2642411176571157],
    [5, 1e20, 3e-20, 0.1847367554762279],
    [1000, 1e14, 0.95e-11, 0.05505468626446561],
    [1e6, 1e20, 1.0005e-14, 0.691550475775019],
  ] as const) {
    expectClose(incompleteBeta(a, b, x), value, 3e-13 * Math.sqrt(a), 0, [a, b, x]);
    expectClose(incompleteBeta(b, a, 1 - x, x), 1 - value, 3e-13 * Math.sqrt(a), 0, [b, a, x]);
  }
  // On either side of where the limit is taken.
  expectClose(incompleteBeta(3, 2.99e8, 1e-8), incompleteBeta(3, 3.01e8, 1e-8 * (2.99 / 3.01)), 1e-8, 0, 'both sides');
  expect(gammaLimit(3, 2.99e8)).toBeNull();
  expect(gammaLimit(3, 3.01e8)).toBe(3.01e8 + 1);
});

test('both parameters enormous', () => {
  expect(incompleteBeta(1e300, 1e300, 0.5)).toBeCloseTo(0.5, 12);
  expectClose(incompleteBeta(1e12, 1e12, 0.5 + 1e-6 / Math.sqrt(8)), 0.8413447460685429, 1e-9, 0, 'one sd');
});

test('of large parameters are the sums of binomial masses, one by one, also far out', () => {
  for (const [n, p] of [
    [6000, 0.4],
    [110_000, 0.4],
    [110_000, 0.01],
    [1e6, 0.001],
    [1e6, 0.999],
    [1e8, 0.3],
    [1e9, 1e-8],
    [1e9, 1e-6],
  ] as const) {
    const [mean, sd] = [n * p, Math.sqrt(n * p * (1 - p))];
    for (const z of [-8, -1, 0, 1, 8, 25]) {
      const k = Math.round(mean + z * sd);
      if (k < 0 || k >= n) continue;
      const step = z < 0 ? -1 : 1;
      let sum = 0;
      for (let j = z < 0 ? k : k + 1; j >= 0 && j <= n; j += step) {
        const mass = Math.exp(binomial.logDensity(j, [n, p]));
        sum += mass;
        if (mass < 1e-17 * sum) break;
      }
      const value = z < 0 ? incompleteBeta(n - k, k + 1, 1 - p, p) : incompleteBeta(k + 1, n - k, p, 1 - p);
      // Where the limit of a Gamma is taken it is known to some ten-billionths.
      expectClose(value, sum, mean < 11 ? 1e-8 : 3e-10, 0, [n, p, z]);
    }
  }
});

test('of a small and a large parameter have their closed forms', () => {
  // I_x(1, b) = 1 − (1 − x)^b, I_x(2, b) = 1 − (1 − x)^b (1 + b x)
  for (const b of [6000, 110_000, 1e6, 9e7])
    for (const t of [1e-6, 0.1, 1, 3, 40]) {
      const x = t / b;
      const rest = Math.exp(b * Math.log1p(-x));
      expectClose(incompleteBeta(1, b, x), -Math.expm1(b * Math.log1p(-x)), 1e-12, 0, [b, t]);
      expectClose(incompleteBeta(b, 1, 1 - x, x), rest, 1e-12, 0, [b, t]);
      expectClose(incompleteBeta(b, 2, 1 - x, x), rest * (1 + b * x), 1e-12, 0, [b, t]);
    }
});

import { expect, test } from 'vitest';
import { integrate } from '../../../src/engine/math/gaussLegendre';
import { logNormalCdf, normalCdf, normalDensity } from '../../../src/engine/math/normalCdf';
import { skewNormalCdf, skewNormalQuantile } from '../../../src/engine/math/skewNormalCdf';
import { expectClose } from './table';

const density = (t: number, shape: number) => 2 * normalDensity(t) * Math.exp(logNormalCdf(shape * t));

test('is the integral of the density, relative to itself in the light tail', () => {
  for (const [y, shape] of [
    [-3, 5],
    [-0.5, 2],
    [-8, 1],
    [0.5, 3],
    [-4, -3],
    [1, -2],
  ] as const) {
    expectClose(
      skewNormalCdf(y, shape),
      integrate((t) => density(t, shape), y - 12, y, 400),
      1e-11,
      0,
      [y, shape],
    );
  }
});

test('closed forms: shape 0 is the normal, shape 1 its square, and both signs add up', () => {
  for (const y of [-5, -1, 0, 0.3, 4]) {
    expectClose(skewNormalCdf(y, 0), normalCdf(y), 1e-15, 0, y);
    expectClose(skewNormalCdf(y, 1), normalCdf(y) ** 2, 1e-13, 0, y);
    expectClose(skewNormalCdf(y, 4) + skewNormalCdf(-y, -4), 1, 1e-15, 0, y);
  }
});

test('quantiles invert it', () => {
  for (const shape of [-6, -0.5, 0, 2, 10]) {
    for (const u of [1e-250, 1e-9, 0.1, 0.5, 0.9]) {
      expectClose(skewNormalCdf(skewNormalQuantile(u, shape), shape), u, 2e-12, 0, [u, shape]);
    }
  }
  expect([skewNormalQuantile(0, 1), skewNormalQuantile(1, 1), skewNormalQuantile(0.5, NaN)]).toEqual([
    -Infinity,
    Infinity,
    NaN,
  ]);
});

import { expect, test } from 'vitest';
import { multivariateNormal } from '../../../src/engine/families/multivariateNormal';
import { normal } from '../../../src/engine/families/normal';
import { uniforms } from './harness';

test('a matrix that is not positive definite has no density', () => {
  expect(multivariateNormal.logDensity(Float64Array.of(1, 2), 2, [0, 0, 1, 2, 2, 1])).toBeNull();
});

test('draws have the mean and covariance, coordinates are normal', () => {
  const parameters = [1, -1, 2, 0.6, 0.6, 1];
  const u = uniforms(3, 8000);
  const draws = Array.from({ length: 4000 }, (_, i) =>
    multivariateNormal.draw(u.slice(2 * i, 2 * i + 2), 2, parameters),
  );
  const mean = [0, 1].map((k) => draws.reduce((sum, x) => sum + x[k]! / 4000, 0));
  const covariance = [0, 1].flatMap((i) =>
    [0, 1].map((j) => draws.reduce((sum, x) => sum + ((x[i]! - mean[i]!) * (x[j]! - mean[j]!)) / 4000, 0)),
  );
  for (const k of [0, 1]) expect(Math.abs(mean[k]! - parameters[k]!)).toBeLessThan(0.08);
  for (const k of [0, 1, 2, 3]) expect(Math.abs(covariance[k]! - parameters[2 + k]!)).toBeLessThan(0.15);
  expect(multivariateNormal.coordinate(0, 2, parameters)).toEqual({ family: normal, parameters: [1, Math.sqrt(2)] });
  expect(multivariateNormal.mean(2, parameters)).toEqual([1, -1]);
  expect(multivariateNormal.covariance(2, parameters)).toEqual([2, 0.6, 0.6, 1]);
  expect(multivariateNormal.draw([0.5, 0.5], 2, [1, -1, 1, 2, 2, 1])).toEqual([NaN, NaN]);
});

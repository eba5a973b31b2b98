import { tensor, tensor1d, tensor2d, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { multivariateNormal } from '../../../src/engine/families/multivariateNormal';
import { normal } from '../../../src/engine/families/normal';
import { backends, useBackend } from '../backends';
import { uniforms } from './harness';
import { entriesOf } from './reference';

const cases = entriesOf('MultivariateNormal').map((entry) => ({
  label: JSON.stringify(entry.params),
  mean: entry.params.mean as number[],
  covariance: entry.params.covariance as number[][],
  x: entry.x as number[][],
  logProb: entry.logpdf as number[],
}));

/** Both ways of giving one matrix: that of the language, and rounded to single precision. */
const rounded = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(Math.fround));

describe.each(backends)('MultivariateNormal on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(cases)('log density of $label is that of the reference', ({ mean, covariance, x, logProb }) => {
    const values = tidy(() => {
      const parameters = [tensor1d(mean), tensor2d(covariance)];
      return [...multivariateNormal.logProb(tensor2d(x), parameters).dataSync()];
    });
    // A nearly singular matrix makes of its own rounding an error as much larger as it is nearly singular.
    const exact = rounded(covariance).every((row, i) => row.every((c, j) => c === covariance[i]![j]));
    const tolerance = exact || mean.length === 3 ? 3e-6 : 6e-5;
    values.forEach((value, i) => {
      const expected = logProb[i]!;
      expect(Math.abs(value - expected), `at ${x[i]}`).toBeLessThan(tolerance * Math.max(1, Math.abs(expected)));
    });
  });

  test('batches of matrices broadcast against points', () => {
    const values = tidy(() => {
      const covariance = tensor3d([...[1, 0, 0, 1], ...[4, 0, 0, 9]], [2, 2, 2]);
      const result = multivariateNormal.logProb(tensor([2, 3], [1, 2]), [tensor1d([0, 0]), covariance]);
      expect(result.shape).toEqual([2]);
      return [...result.dataSync()];
    });
    expect(values[0]).toBeCloseTo(-Math.log(2 * Math.PI) - 6.5, 5);
    expect(values[1]).toBeCloseTo(-Math.log(2 * Math.PI) - 1 - Math.log(6), 5);
  });

  test('a matrix that is not positive definite gives NaN', () => {
    const values = tidy(() => [
      ...multivariateNormal
        .logProb(tensor2d([[1, 2]]), [
          tensor1d([0, 0]),
          tensor2d([
            [1, 2],
            [2, 1],
          ]),
        ])
        .dataSync(),
    ]);
    expect(values).toEqual([NaN]);
  });
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

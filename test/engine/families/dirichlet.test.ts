import { describe, expect, test } from 'vitest';
import { beta } from '../../../src/engine/families/beta';
import { dirac } from '../../../src/engine/families/dirac';
import { dirichlet } from '../../../src/engine/families/dirichlet';
import { logDensities, uniforms } from './harness';
import { entriesOf } from './reference';

const cases = entriesOf('Dirichlet').map((entry) => ({
  label: JSON.stringify(entry.params),
  concentration: entry.params.concentration as number[],
  x: entry.x as number[][],
  logProb: (entry.logpdf as (number | string)[]).map(Number),
}));

const at = (x: number[][], concentration: number[]) =>
  Array.from(dirichlet.logDensity(Float64Array.from(x.flat()), concentration.length, concentration)!);

describe('the log density of Dirichlet', () => {
  test.each(cases)('log density of $label is that of the reference', ({ concentration, x, logProb }) => {
    at(x, concentration).forEach((value, i) => {
      const expected = logProb[i]!;
      if (!Number.isFinite(expected)) expect(value).toBe(expected);
      else expect(Math.abs(value - expected), `at ${x[i]}`).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
    });
  });

  test('two shares are a Beta, also at large concentrations', () => {
    for (const concentration of [
      [2, 3],
      [0.5, 0.25],
      [8192, 24576],
    ]) {
      const joint = at(
        [
          [0.25, 0.75],
          [0.2421875, 0.7578125],
        ],
        concentration,
      );
      logDensities('Beta', [0.25, 0.2421875], concentration).forEach((value, i) => {
        expect(Math.abs(joint[i]! - value)).toBeLessThan(1e-9);
      });
    }
  });

  test('off the simplex the log density is −Infinity', () => {
    expect(
      at(
        [
          [0.5, 0.6],
          [1.2, -0.2],
          [0, 1],
          [1, 0],
        ],
        [2, 3],
      ),
    ).toEqual([-Infinity, -Infinity, -Infinity, -Infinity]);
  });
});

test('draws lie on the simplex and have the mean and covariance', () => {
  const concentration = [2, 5, 3];
  const u = uniforms(4, 9000);
  const draws = Array.from({ length: 3000 }, (_, i) => dirichlet.draw(u.slice(3 * i, 3 * i + 3), 3, concentration));
  for (const x of draws) expect(x.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const mean = dirichlet.mean(3, concentration);
  expect(mean).toEqual([0.2, 0.5, 0.3]);
  const average = mean.map((_, k) => draws.reduce((sum, x) => sum + x[k]! / 3000, 0));
  const covariance = dirichlet.covariance(3, concentration);
  for (let i = 0; i < 3; i++) {
    expect(Math.abs(average[i]! - mean[i]!)).toBeLessThan(0.012);
    for (let j = 0; j < 3; j++) {
      const found = draws.reduce((sum, x) => sum + ((x[i]! - average[i]!) * (x[j]! - average[j]!)) / 3000, 0);
      expect(Math.abs(found - covariance[3 * i + j]!)).toBeLessThan(0.003);
    }
  }
  expect([covariance[0], covariance[4], covariance[8]].map((v) => v!.toFixed(15))).toEqual([
    '0.014545454545455',
    '0.022727272727273',
    '0.019090909090909',
  ]);
});

test('tiny concentrations put a draw at a corner, not at 0/0', () => {
  const draw = dirichlet.draw([0.3, 0.6, 0.2], 3, [1e-4, 1e-4, 1e-4]);
  expect(draw).toEqual([0, 1, 0]);
});

test('a coordinate is a Beta, the only share of one is 1', () => {
  expect(dirichlet.coordinate(1, 3, [2, 5, 3])).toEqual({ family: beta, parameters: [5, 5] });
  expect(dirichlet.coordinate(0, 1, [2])).toEqual({ family: dirac, parameters: [1] });
});

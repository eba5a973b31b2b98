import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vonMises } from '../../../src/engine/families/vonMises';
import { integrate } from '../../../src/engine/math/gaussLegendre';
import { vonMisesDensity } from '../../../src/engine/math/vonMisesCdf';
import { between, logDensities, testUnivariate } from './harness';
import { referenceOf } from './reference';

testUnivariate({
  name: 'VonMises',
  family: vonMises,
  parameters: fc.tuple(between(-4, 4), between(0, 30)),
  invalid: [
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [-3.2, 3.2, 40],
  ends: () => [-Math.PI, Math.PI],
  relativeTail: false,
  applies: ({ parameters }) => parameters[0] === 0,
});

const turn = 2 * Math.PI;
/** The reference cuts the circle opposite of the mean, the language at ±π: the same angles, and the same probability between two. */
const elsewhere = referenceOf('VonMises').filter(({ parameters }) => parameters[0] !== 0);

test('a mean direction other than 0 is among the references', () => {
  expect(elsewhere.map(({ parameters }) => parameters)).toEqual([[-1, 0.1]]);
});

test.each(elsewhere)('$label with the cut at ±π', ({ parameters, x, logProb, cdf }) => {
  const wrapped = x.map((angle) => angle - turn * Math.round(angle / turn));
  logDensities('VonMises', wrapped, parameters).forEach((value, i) => {
    expect(Math.abs(value - logProb[i]!), `at ${x[i]}`).toBeLessThan(1e-12);
  });
  const inside = x.flatMap((angle, i) => (Math.abs(angle) <= Math.PI ? [i] : []));
  for (const i of inside) {
    const between = vonMises.cdf(x[i]!, parameters) - vonMises.cdf(x[inside[0]!]!, parameters);
    expect(Math.abs(between - (cdf[i]! - cdf[inside[0]!]!))).toBeLessThan(1e-13);
  }
});

test('mean and variance are those of the angle as a number, the seam counted', () => {
  for (const parameters of [
    [1.5, 2],
    [3, 8],
    [-4, 0.3],
  ]) {
    const density = (x: number) => vonMisesDensity(x - parameters[0]!, parameters[1]!);
    const mean = integrate((x) => x * density(x), -Math.PI, Math.PI, 20);
    const variance = integrate((x) => (x - mean) ** 2 * density(x), -Math.PI, Math.PI, 20);
    expect(vonMises.mean(parameters)).toBeCloseTo(mean, 12);
    expect(vonMises.variance(parameters)).toBeCloseTo(variance, 12);
  }
});

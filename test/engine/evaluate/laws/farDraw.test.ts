import { describe, expect, it } from 'vitest';
import { farDraw, furthestQuantile } from '../../../../src/engine/evaluate/laws/farDraw';
import { distributions } from '../../../../src/engine/families';
import { supportEnds } from '../../../../src/engine/families/supportEnds';
import { normalCdf } from '../../../../src/engine/math/normalCdf';
import type { FamilyName } from '../../../../src/model/families';

const cases: readonly (readonly [FamilyName, readonly number[], readonly number[]])[] = [
  ['HalfNormal', [1.4], [1]],
  ['Exponential', [2], [1]],
  ['Gamma', [2.5, 0.7], [1, -1]],
  ['Weibull', [1.3, 2], [1, -1]],
  ['InverseGamma', [2, 1], [1, -1]],
  ['LogNormal', [0.3, 0.8], [1, -1]],
  ['Laplace', [650, 1], [1, -1]],
  ['Logistic', [-3, 0.2], [1, -1]],
  ['Gumbel', [5, 2], [1, -1]],
  ['StudentT', [4, 1, 2], [1, -1]],
  ['Cauchy', [0, 1], [1, -1]],
  ['SkewNormal', [0, 0.55, 0.11], [1, -1]],
  ['Pareto', [3, 7], [1]],
];

function drawn(name: FamilyName, parameters: readonly number[], s: number) {
  const family = distributions[name];
  if (family.kind !== 'univariate') throw new Error(`${name} is not univariate.`);
  return { family, far: farDraw(family, parameters, supportEnds(name, parameters), s)! };
}

describe.each(cases)('draws of %s beyond its quantiles', (name, parameters, sides) => {
  it.each(sides)('go on from the last one, on side %d', (side) => {
    const s = side * furthestQuantile;
    const { family, far } = drawn(name, parameters, s);
    const tail = normalCdf(-furthestQuantile);
    const last = side < 0 ? family.quantile(tail, parameters, 1) : family.quantile(1, parameters, tail);
    expect(far.value / last).toBeCloseTo(1, 12);
    expect(Math.abs(far.logShare)).toBeLessThan(1e-9);
  });

  it.each(sides)('rise, and count what their densities say, on side %d', (side) => {
    let looked = 0;
    for (const beyond of [0.1, 2, 8, 40, 200]) {
      const s = side * (furthestQuantile + beyond);
      const step = 1e-5;
      const { family, far } = drawn(name, parameters, s);
      // A value beyond the doubles has no slope.
      if (Math.abs(far.value) >= 1e290 || Math.abs(far.value) < 1e-290) continue;
      const [low, high] = [drawn(name, parameters, s - step).far.value, drawn(name, parameters, s + step).far.value];
      expect(high).toBeGreaterThan(low);
      const logSlope = Math.log((high - low) / (2 * step));
      const expected = family.logDensity(far.value, parameters) + logSlope + 0.5 * s * s + 0.5 * Math.log(2 * Math.PI);
      expect(Math.abs(far.logShare - expected)).toBeLessThan(1e-5 * Math.max(1, Math.abs(expected)));
      looked++;
    }
    expect(looked).toBeGreaterThan(1);
  });
});

it('are none where the end of the support is too near to tell', () => {
  expect(drawn('Uniform', [5, 6], 31).far).toBeNull();
});

import { expect, test } from 'vitest';
import { distributions } from '../../../../src/engine/families';
import { areaUnder, massInside } from '../../../../src/engine/views/picture/mass';
import { curveOf, final } from '../../ask';
import { ask } from '../../models';

test('the area of a straight line is exact on uneven points', () => {
  expect(areaUnder(Float64Array.of(0, 1, 3), Float64Array.of(0, 1, 3))).toBe(4.5);
  expect(areaUnder(Float64Array.of(2), Float64Array.of(1))).toBe(0);
});

test('the sum counts, cut at 1, unless the samples contradict it', () => {
  expect(massInside(0.9981, 1)).toBe(0.9981);
  expect(massInside(1.0000001, 0.999)).toBe(1);
  expect(massInside(0.4, 0.99)).toBe(0.99);
  expect(massInside(Number.POSITIVE_INFINITY, 0.97)).toBe(0.97);
  expect(massInside(Number.NaN, 0.97)).toBe(0.97);
});

test('a narrow view holds what the distribution function says, to more digits than samples know', () => {
  const { massInside: held } = curveOf(final(ask('observed x ~ Normal(0, 1)\nview x in [-1, 3]', { points: 512 })));
  const normal = distributions.Normal;
  if (normal.kind !== 'univariate') throw new Error('Normal is univariate.');
  expect(held).toBeCloseTo(normal.cdf(3, [0, 1]) - normal.cdf(-1, [0, 1]), 5);
});

import { expect, it } from 'vitest';
import { type DistributionInfo, drawOf, rangeOfType } from '../../../src/language/types/info';
import { closed, nonnegative, positive, unit } from '../../../src/language/types/range';
import { boolean, integer, real } from '../../../src/language/types/valueType';

const distribution = (rest: Partial<DistributionInfo>): DistributionInfo => ({
  sort: 'distribution',
  type: real,
  range: nonnegative,
  form: null,
  point: false,
  hasPoint: false,
  ...rest,
});

it('lets a draw with a density never meet the ends of its support', () => {
  expect(drawOf(distribution({})).range).toEqual(positive);
  expect(drawOf(distribution({ hasPoint: true })).range).toEqual(nonnegative);
  expect(drawOf(distribution({ type: integer })).range).toEqual(nonnegative);
});

it('knows what values of a type can be', () => {
  expect(rangeOfType(boolean)).toEqual(unit);
  expect(rangeOfType({ kind: 'category', shape: [], count: 4 })).toEqual(closed(1, 4));
  expect(rangeOfType(real).low).toBe(Number.NEGATIVE_INFINITY);
});

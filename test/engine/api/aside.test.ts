import { expect, it } from 'vitest';
import { fanLevels } from '../../../src/engine/api/aside';
import { quantileLevels } from '../../../src/engine/api/query';

it('the levels of a fan rise, lie about the median, and are levels that the queries know', () => {
  expect([...fanLevels].sort((a, b) => a - b)).toEqual([...fanLevels]);
  expect(fanLevels.map((level, i) => level + fanLevels[fanLevels.length - 1 - i]!)).toEqual(fanLevels.map(() => 1));
  expect(fanLevels.filter((level) => !quantileLevels.includes(level))).toEqual([]);
});

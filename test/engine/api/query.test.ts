import { expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';

it('the levels of quantiles rise, are symmetric and have the median in the middle', () => {
  expect([...quantileLevels]).toEqual([...quantileLevels].sort((a, b) => a - b));
  quantileLevels.forEach((level, i) => {
    expect(level + quantileLevels[quantileLevels.length - 1 - i]!).toBeCloseTo(1, 15);
  });
  expect(quantileLevels[3]).toBe(0.5);
});

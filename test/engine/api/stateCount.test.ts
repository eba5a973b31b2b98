import { expect, it } from 'vitest';
import { stateCount } from '../../../src/engine/api/stateCount';

it('writes few joint states out', () => {
  expect(stateCount([])).toBe('1 state');
  expect(stateCount([2, 1, 3])).toBe('6 states');
  expect(stateCount(new Array(10).fill(3))).toBe('59,049 states');
  expect(stateCount([1_000_000])).toBe('1,000,000 states');
});

it('names many by the variables that they are of', () => {
  expect(stateCount([1, ...new Array(200).fill(20)])).toBe('200 variables of 20 states');
  expect(stateCount(new Array(10_000).fill(1000))).toBe('10,000 variables of 1,000 states');
});

it('writes others by their power of ten, also where no double holds it', () => {
  expect(stateCount([2_500_000])).toBe('2.5×10⁶ states');
  expect(stateCount([...new Array(100).fill(10), 7])).toBe('7×10¹⁰⁰ states');
  expect(stateCount([...new Array(1000).fill(10), 2])).toBe('2×10¹⁰⁰⁰ states');
});

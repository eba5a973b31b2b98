import { expect, it } from 'vitest';
import { PlacedNumbers } from '../../../src/language/names/placedNumbers';

const at = (start: number) => ({ span: { start, end: start + 1 } });

it('keeps a number for each place of the text, its end included', () => {
  const numbers = new PlacedNumbers(9);
  numbers.set(at(0), 0);
  numbers.set(at(4), 7);
  numbers.set(at(9), 2);
  expect([0, 4, 9].map((start) => numbers.get(at(start)))).toEqual([0, 7, 2]);
  expect(numbers.get(at(1))).toBeUndefined();
  expect(numbers.get(at(10))).toBeUndefined();
});

it('takes the last number for a place', () => {
  const numbers = new PlacedNumbers(1);
  numbers.set(at(1), 3);
  numbers.set(at(1), 0);
  expect(numbers.get(at(1))).toBe(0);
});

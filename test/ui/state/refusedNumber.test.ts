import { expect, it } from 'vitest';
import { largestBelowOne, smallestPositive } from '../../../webview/handles/limits';
import { refusalOf } from '../../../webview/ui/state/refusedNumber';

const positive = { low: smallestPositive, high: Number.POSITIVE_INFINITY };

it('a number that can be is not refused', () => {
  expect(refusalOf('2.5', 'sigma', 1, positive)).toBeNull();
  expect(refusalOf(' 1e-3 ', 'sigma', 1, positive)).toBeNull();
  expect(refusalOf('0', 'w', 0.3, { low: 0, high: 1 })).toBeNull();
});

it('says what is wrong in the words of the model, and what stays', () => {
  expect(refusalOf('', 'sigma', 0.5, positive)).toBe('That is not a number: 0.5 is kept.');
  expect(refusalOf('1e999', 'sigma', 0.5, positive)).toBe('That is not a number: 0.5 is kept.');
  expect(refusalOf('1.2', 'weight 1', 0.3, { low: 0, high: 0.5 })).toBe('weight 1 must be at most 0.500: 0.3 is kept.');
  expect(refusalOf('-1', 'sigma', 0.5, positive)).toBe('sigma must be above 0: 0.5 is kept.');
  expect(refusalOf('-1', 'weight 1', 0.3, { low: 0, high: 0.5 })).toMatch(/^weight 1 must be at least 0/);
  expect(
    refusalOf('0.4', 'weight 1', 0.3, { low: 0, high: 1 }, () => 'cannot move while all the others are locked'),
  ).toBe('weight 1 cannot move while all the others are locked: 0.3 is kept.');
});

it('an end that is left out is named itself, and any number before it is taken', () => {
  expect(refusalOf('3e-7', 'x sd', 2e-8, positive)).toBeNull();
  expect(refusalOf('0', 'x sd', 2e-8, positive)).toBe('x sd must be above 0: 2e-8 is kept.');
  expect(refusalOf('1e-40', 'x sd', 2e-8, positive)).toBe('x sd must be at least 1.00×10⁻³⁷: 2e-8 is kept.');
  const open = { low: smallestPositive, high: largestBelowOne };
  expect(refusalOf('1', 'x p', 0.5, open)).toBe('x p must be below 1: 0.5 is kept.');
  const negative = { low: Number.NEGATIVE_INFINITY, high: -smallestPositive };
  expect(refusalOf('0', 'x mean', -2, negative)).toBe('x mean must be below 0: -2 is kept.');
});

it('a number that it has already is no mistake', () => {
  expect(refusalOf('0.30', 'w', 0.3, { low: 0, high: 1 }, () => 'is locked')).toBeNull();
});

it('a number of things is whole', () => {
  const count = { low: 0, high: Number.POSITIVE_INFINITY, whole: true } as const;
  expect(refusalOf('10.4', 'x n', 10, count)).toBe('x n must be a whole number: 10 is kept.');
  expect(refusalOf('12', 'x n', 10, count)).toBeNull();
});

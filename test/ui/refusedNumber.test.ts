import { expect, it } from 'vitest';
import { refusalOf } from '../../webview/ui/refusedNumber';

const positive = { low: 1e-6, high: Number.POSITIVE_INFINITY };

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
  expect(refusalOf('0.4', 'weight 1', 0.3, { low: 0.3, high: 0.3 })).toBe(
    'weight 1 cannot move while all the others are locked: 0.3 is kept.',
  );
});

it('a number of things is whole', () => {
  const count = { low: 0, high: Number.POSITIVE_INFINITY, whole: true } as const;
  expect(refusalOf('10.4', 'x n', 10, count)).toBe('x n must be a whole number: 10 is kept.');
  expect(refusalOf('12', 'x n', 10, count)).toBeNull();
});

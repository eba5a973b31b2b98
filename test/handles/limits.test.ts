import { expect, test } from 'vitest';
import { both, domainLimits, paramLimits, smallestPositive } from '../../webview/handles/limits';
import { readingOf } from './readings';

const limitsOf = (declared: string) => {
  const reading = readingOf(`param p${declared}\nobserved x ~ Normal(0, p)`);
  return paramLimits(reading.structure.params[0]!, reading);
};

test('a param stays in its domain', () => {
  expect(limitsOf(': positive = 1')).toEqual({ low: smallestPositive, high: Infinity });
  expect(limitsOf(': unit = 0.5')).toEqual({ low: 0, high: 1 });
  expect(limitsOf(': interval(0.1, 3) = 1')).toEqual({ low: 0.1, high: 3 });
});

test('a parameter of a family stays in its own', () => {
  expect(domainLimits('real')).toEqual({ low: -Infinity, high: Infinity });
  expect(domainLimits('positive').low).toBeGreaterThan(0);
  expect(domainLimits('unit-open').high).toBeLessThan(1);
});

test('counts and whole numbers stay whole', () => {
  expect(domainLimits('count')).toEqual({ low: 0, high: Infinity, whole: true });
  expect(domainLimits('integer')).toEqual({ low: -Infinity, high: Infinity, whole: true });
  expect(both({ low: 3, high: 5 }, domainLimits('count'))).toEqual({ low: 3, high: 5, whole: true });
});

test('both limits hold', () => {
  expect(both({ low: 0, high: 5 }, { low: -1, high: 3 })).toEqual({ low: 0, high: 3 });
});

import { expect, test } from 'vitest';
import {
  anything,
  both,
  domainLimits,
  inUnits,
  largestBelowOne,
  paramLimits,
  smallestPositive,
} from '../../webview/handles/limits';
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

test('an end that is left out is one unit away from a number that is moved, or as near as it is already', () => {
  const open = { low: smallestPositive, high: largestBelowOne };
  expect(inUnits(open, 0.01, 0.5)).toEqual({ low: 0.01, high: 0.99 });
  expect(inUnits(open, 0.01, 0.002)).toEqual({ low: 0.002, high: 0.99 });
  expect(inUnits(open, 0.01, 0.995)).toEqual({ low: 0.01, high: 0.995 });
  expect(inUnits({ ...anything, high: -smallestPositive }, 0.01, -2)).toEqual({ low: -Infinity, high: -0.01 });
  expect(inUnits({ low: 0, high: 1 }, 0.01, 0.5)).toEqual({ low: 0, high: 1 });
  expect(inUnits(domainLimits('count'), 1, 10)).toEqual(domainLimits('count'));
});

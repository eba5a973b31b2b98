import { expect, test } from 'vitest';
import { logFactorialExcess, logGamma } from '../../../src/engine/math/stirling';
import { expectClose, rowsOf } from './table';

test('logGamma', () => {
  for (const { args, value } of rowsOf('logGamma')) expectClose(logGamma(args[0]!), value, 2e-15, 4e-15, args);
  expect([logGamma(0), logGamma(-0.5), logGamma(NaN)]).toEqual([Infinity, NaN, NaN]);
});

test('logFactorialExcess', () => {
  for (const { args, value } of rowsOf('logFactorialExcess')) {
    expectClose(logFactorialExcess(args[0]!), value, 2e-15, 6e-15, args);
  }
});

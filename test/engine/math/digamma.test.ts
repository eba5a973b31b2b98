import { expect, test } from 'vitest';
import { digamma } from '../../../webview/engine/math/digamma';
import { expectClose, rowsOf } from './table';

test('digamma has the values of the reference', () => {
  for (const { args, value } of rowsOf('digamma'))
    expectClose(digamma(...(args as [number])), value, 4e-15, 1e-15, args);
});

test('is NaN where the gamma function is not positive', () => {
  expect([digamma(0), digamma(-1.5), digamma(NaN)]).toEqual([NaN, NaN, NaN]);
});

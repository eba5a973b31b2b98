import { expect, it } from 'vitest';
import { expectClose } from '../engine/kernels/reference';
import { sumsAt } from './sums';

const terms = { mean: [0], scale: [1], offset: [0] };

it('is the logarithm of the sum, with the base added', () => {
  const { logs } = sumsAt([0, 1, -3, 50], terms, -2.5);
  expectClose(
    logs,
    [0, 1, 9, 2500].map((square) => -square * Math.LN2 - 2.5),
    2e-7,
  );
});

it('is NaN where the point is, and −Infinity at infinite ones', () => {
  const { logs } = sumsAt([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], terms);
  expect(logs).toEqual([Number.NaN, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

import { add, greater, less, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  guard,
  nonnegative,
  notWhole,
  openUnit,
  outside,
  positive,
  shapedLike,
  unit,
  whereZero,
} from '../../../src/engine/families/support';
import { backends, useBackend } from '../backends';
import { valuesAt } from '../math/table';

describe.each(backends)('masks on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('invalid parameters become NaN', () => {
    const p = [-1, 0, 0.5, 1, 2, NaN];
    expect([...valuesAt(positive, p)]).toEqual([NaN, NaN, 0.5, 1, 2, NaN]);
    expect([...valuesAt(nonnegative, p)]).toEqual([NaN, 0, 0.5, 1, 2, NaN]);
    expect([...valuesAt(unit, p)]).toEqual([NaN, 0, 0.5, 1, NaN, NaN]);
    expect([...valuesAt(openUnit, p)]).toEqual([NaN, NaN, 0.5, NaN, NaN, NaN]);
  });

  test('whole numbers', () => {
    expect([...valuesAt(notWhole, [-2, 0, 0.5, 1e9, Infinity])]).toEqual([0, 0, 1, 0, 1]);
  });

  test('outside is −Infinity but for NaN, guarded points are harmless', () => {
    const values = valuesAt((x) => outside(less(x, 0), x), [-1, 2, NaN]);
    expect([...values]).toEqual([-Infinity, 2, NaN]);
    expect([...valuesAt((x) => guard(x, less(x, 0), 7), [-1, 2])]).toEqual([7, 2]);
  });

  test('limits at an end go by the sign of the power', () => {
    const at = (power: number) => [
      ...valuesAt((x) => whereZero(greater(x, 0), add(x, 10), tensor1d([3]), tensor1d([power])), [0, 1]),
    ];
    expect([at(2), at(0), at(-0.5), at(NaN)]).toEqual([
      [10, -Infinity],
      [10, 3],
      [10, Infinity],
      [10, NaN],
    ]);
  });

  test('shapedLike repeats', () => {
    const shaped = tidy(() => shapedLike(tensor1d([4]), tensor1d([1, 2, 3])).dataSync());
    expect([...shaped]).toEqual([4, 4, 4]);
  });
});

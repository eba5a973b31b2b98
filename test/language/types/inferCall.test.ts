import { expect, it } from 'vitest';
import { shapeOfCall } from '../../../src/language/types/inferCall';
import { functions } from '../../../src/model/functions';
import { inspectMarked } from '../inspect';

it.each([
  ['exp', [[3]], [3]],
  ['exp', [[3], [3]], null],
  ['min', [[3]], []],
  ['min', [[], []], []],
  ['max', [[3], []], null],
  ['max', [[2, 2]], null],
  ['sum', [[2, 2]], []],
  ['sum', [[]], null],
  ['dot', [[3], [3]], []],
  ['dot', [[3], [2]], null],
  ['dot', [[3]], null],
  ['matmul', [[2, 3], [3]], [2]],
  [
    'matmul',
    [
      [2, 3],
      [3, 4],
    ],
    [2, 4],
  ],
  ['matmul', [[2, 3], [2]], null],
  ['matmul', [[3], [3]], null],
  ['concat', [[], [2], [3]], [6]],
  ['concat', [[2, 2]], null],
  ['concat', [], null],
] as const)('%s of %j has the shape %j', (name, shapes, expected) => {
  expect(shapeOfCall(name, shapes)).toEqual(expected);
});

it.each(Object.entries(functions))('the example of %s is understood', (_, { example }) => {
  const given = 'param w = [1, 2] param W = [[1, 2], [3, 4]] param rate: positive = 1 param variance: positive = 1';
  const vector = /dot|matmul|sum/.test(example) ? '^2' : '';
  const { check, expression } = inspectMarked(`${given}\nlatent z ~ Normal(0, 1)${vector}\nlet a = «${example}»`);
  expect(check.inference.value(expression)).not.toBeNull();
});

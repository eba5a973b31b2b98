import { expect, it } from 'vitest';
import { indexSlots, indexValue } from '../../../src/engine/evaluate/indexValue';
import { noLoops } from '../../../src/model/loops';
import type { Expr } from '../../../src/model/model';
import { realScalar as type } from '../build';

const t: Expr = { op: 'loop', name: 't', type };
const slot = (at: number): Expr => ({ op: 'number', slot: at, type });

it('is arithmetic over the loop’s index and numbers', () => {
  const half: Expr = { op: 'divide', left: t, right: slot(0), type };
  const expr: Expr = { op: 'subtract', left: half, right: { op: 'constant', value: 1, type }, type };
  expect(indexValue(expr, [2], new Map([['t', 10]]))).toBe(4);
  expect(indexSlots(expr)).toEqual([0]);
  expect(
    indexValue(
      { op: 'negate', operand: { op: 'power', left: t, right: slot(0), type }, type },
      [2],
      new Map([['t', 3]]),
    ),
  ).toBe(-9);
  expect(
    indexValue(
      { op: 'multiply', left: t, right: { op: 'add', left: t, right: t, type }, type },
      [],
      new Map([['t', 3]]),
    ),
  ).toBe(18);
});

it('refuses an index made of anything else', () => {
  expect(() => indexValue({ op: 'param', name: 'a', type }, [], noLoops)).toThrow('index of a chain');
});

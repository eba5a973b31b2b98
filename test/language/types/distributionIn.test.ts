import { expect, it } from 'vitest';
import { resolve } from '../../../src/language/names/scope';
import { parse } from '../../../src/language/syntax/parser';
import { holdsDistribution, isDistribution, mayBeDistribution } from '../../../src/language/types/distributionIn';

/** What is said of the value of a let, beside which `a` is a parameter and `f` a network. */
function judge(value: string) {
  const { tree } = parse(`param a = 1 network f(z) = z let b = ${value}`);
  const scope = resolve(tree);
  const statement = tree.statements.at(-1);
  if (statement?.kind !== 'Let') throw new Error(`${value} is no value`);
  return [isDistribution, mayBeDistribution, holdsDistribution].map((is) => is(statement.value, scope));
}

it.each([
  ['Normal(0, 1)', [true, true, true]],
  ['Normal', [true, true, true]],
  ['Normal(0, 1)^2', [true, true, true]],
  ['(Normal(nothing)^2)^f', [true, true, true]],
  ['case a { 1: 2, else: Normal(0, 1) }', [true, true, true]],
  ['Norml(0, 1)^2', [false, true, false]],
  ['nothing', [false, true, false]],
  ['Normal(0, 1) + 1', [false, false, true]],
  ['exp(Normal(0, 1))', [false, false, true]],
  ['a^Normal(0, 1)', [false, false, true]],
  ['a', [false, false, false]],
  ['a^2', [false, false, false]],
  ['f(1)^2', [false, false, false]],
  ['exp', [false, false, false]],
  ['2', [false, false, false]],
])('%s is one, may be one, holds one: %j', (value, expected) => {
  expect(judge(value)).toEqual(expected);
});

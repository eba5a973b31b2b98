import { expect, test } from 'vitest';
import { analyse } from '../../src/language/analyse';
import { expressionsOf } from '../../src/model/expressionsOf';

/** The kinds of the expressions that x is made of. */
function kinds(text: string): string[] {
  const x = analyse(text).model?.structure.variables.find(({ name }) => name === 'x');
  if (x === undefined) throw new Error('There is no x.');
  return x.definitions.flatMap(({ distribution }) => expressionsOf(distribution).map(({ op }) => op));
}

test('a family is made of its arguments, and so are its copies', () => {
  expect(kinds('observed x ~ Normal(1 + 2, 3)')).toEqual(['add', 'number']);
  expect(kinds('observed x ~ Normal(1 + 2, 3)^4')).toEqual(['add', 'number']);
});

test('a table is made of its subjects and its rows', () => {
  expect(
    kinds(`param m = 2
latent z ~ Bernoulli(0.3)
observed x | z ~ case z { true: Normal(0, 1 + 1), false: Normal(m, 1) }`),
  ).toEqual(['variable', 'number', 'add', 'param', 'number']);
});

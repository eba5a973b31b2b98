import { expect, test } from 'vitest';
import { definitionOf, familyOf } from '../../webview/handles/conditional';
import { readingOf } from './readings';

const chain = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Laplace(z[t-1], 1) for t in 2..9
observed x | z[9] ~ Normal(z[9], 1)`;

test('the definition of an element of a chain is the one that holds its index', () => {
  const { structure } = readingOf(chain);
  expect(definitionOf(structure, 'z', 1)?.range).toEqual([1, 1]);
  expect(definitionOf(structure, 'z', 5)?.range).toEqual([2, 9]);
  expect(definitionOf(structure, 'z', 10)).toBe(null);
  expect(definitionOf(structure, 'z', null)).toBe(null);
  expect(definitionOf(structure, 'x', null)?.range).toBe(null);
});

const table = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), else: Cauchy(0, 1) }';

test.each([
  [{ k: 1 }, 'Normal'],
  [{ k: 0 }, 'Cauchy'],
  [{}, undefined],
])('the row of a table for %o is %s', (states, family) => {
  const reading = readingOf(table, states);
  const { distribution } = definitionOf(reading.structure, 'x', null)!;
  expect(familyOf(distribution, [], reading)?.call.family).toBe(family);
});

test('copies share their parameters: their place is no part of the path', () => {
  const reading = readingOf('observed x ~ Normal(0, 1)^3');
  const { distribution } = definitionOf(reading.structure, 'x', null)!;
  expect(familyOf(distribution, [2], reading)).toMatchObject({ call: { family: 'Normal' }, path: [] });
});

import { expect, it } from 'vitest';
import { statesOf, supportOf } from '../../../../src/engine/evaluate/laws/law';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { model } from '../../models';
import { given } from '../../plain';

function lawOf(distribution: string) {
  const { numbers, graph } = given(model(`observed x ~ ${distribution}`));
  return lawOfElement(numbers, graph.byKey('x'), new Map());
}

const states = (distribution: string) => statesOf(lawOf(distribution));

it.each<[string, number[]]>([
  ['Bernoulli(0.5)', [0, 1]],
  ['Categorical(a: 0.5, b: 0.5)', [1, 2]],
  ['DiscreteUniform(-1, 2)', [-1, 0, 1, 2]],
  ['Binomial(3, 0.5)', [0, 1, 2, 3]],
  ['Bernoulli(0.5)^2', [0, 0, 0, 1, 1, 0, 1, 1]],
])('%s has all of its states', (distribution, values) => {
  const result = states(distribution)!;
  expect(Array.from(result.values)).toEqual(values);
  expect(result.truncated).toBe(false);
});

it('cuts an infinite support off where 1e-10 is left', () => {
  const result = states('Poisson(1)')!;
  expect(result.truncated).toBe(true);
  expect([result.values[0], result.values.at(-1)]).toEqual([0, 13]);
});

it('keeps the likely middle of a support far from 0', () => {
  const result = states('Poisson(1000000)')!;
  expect(result.values[0]).toBeGreaterThan(990_000);
  expect(result.values.at(-1)).toBeLessThan(1_010_000);
});

it('gives up on more states than can be enumerated', () => {
  expect(states('Bernoulli(0.5)^17')).toBeNull();
  expect(states('Geometric(0.00001)')).toBeNull();
});

it.each<[string, number, number]>([
  ['Poisson(3)', 0, Number.POSITIVE_INFINITY],
  ['Binomial(7, 0.5)', 0, 7],
  ['Categorical([0.5, 0.5])', 1, 2],
  ['Bernoulli(0.5)^2', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
])('%s lies between its ends, where they are known', (distribution, low, high) => {
  expect(supportOf(lawOf(distribution))).toEqual([low, high]);
});

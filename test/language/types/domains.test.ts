import { expect, it } from 'vitest';
import { numericDomain } from '../../../src/language/types/domains';
import { contains } from '../../../src/language/types/range';
import { families, type ParameterDomain } from '../../../src/model/families';

it.each<[ParameterDomain, number[], number[]]>([
  ['real', [-1e9, 0], []],
  ['positive', [1e-300, 5], [0, -1]],
  ['nonnegative', [0, 5], [-1]],
  ['unit', [0, 1], [-0.1, 1.1]],
  ['unit-above-zero', [0.1, 1], [0]],
  ['unit-open', [0.5], [0, 1]],
  ['count', [0, 3], [-1]],
  ['integer', [-3], []],
  ['simplex', [0, 1], [1.5]],
  ['positive-vector', [0.1], [0]],
])('%s', (domain, inside, outside) => {
  const { range } = numericDomain(domain);
  expect(inside.map((number) => contains(range, number))).toEqual(inside.map(() => true));
  expect(outside.map((number) => contains(range, number))).toEqual(outside.map(() => false));
});

it('has words for the domain of every parameter of every family', () => {
  for (const { parameters } of Object.values(families)) {
    for (const { domain } of parameters) expect(numericDomain(domain).words).toMatch(/^(a|at|above|between) ./);
  }
  expect(numericDomain('count').whole).toBe(true);
  expect(numericDomain('positive').whole).toBe(false);
});

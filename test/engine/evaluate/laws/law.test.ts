import { describe, expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { baseDimensions, isFactorised, type Law, lawOf } from '../../../../src/engine/evaluate/laws/law';
import { nowhere } from '../../../../src/engine/evaluate/scope';
import { nodeValues } from '../../../../src/engine/factors/tables/jointTable';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

function distributionOf(text: string, name = 'x') {
  const { numbers } = given(model(text));
  const variable = numbers.program.structure.variables.find((each) => each.name === name)!;
  return { numbers, distribution: variable.definitions[0]!.distribution };
}

function withLaw<T>(text: string, use: (law: Law) => T, k?: Float64Array): T {
  const { numbers, distribution } = distributionOf(text);
  return scoped(() => {
    const scope = new Evaluation(numbers);
    if (k !== undefined) scope.assign('k', nodeValues(k, k.length, []));
    return use(lawOf(distribution, scope, nowhere));
  });
}

const parameters = (law: Law) =>
  law.kind === 'table'
    ? []
    : law.parameters.map((value) => ({ shape: value.shape, data: Array.from(value.dataSync()) }));

describe('lawOf', () => {
  it('evaluates the parameters in the catalogue’s order, defaults among them', () => {
    expect(withLaw('observed x ~ StudentT(df: 3)', parameters).map(({ data }) => data)).toEqual([[3], [0], [1]]);
    expect(withLaw('observed x ~ Normal(sd: 2, mean: 1)', parameters).map(({ data }) => data)).toEqual([[1], [2]]);
  });

  it('sets a scalar beside a vector', () => {
    expect(withLaw('observed x ~ Normal([1, 2, 3], 0.5)', parameters).map(({ shape }) => shape)).toEqual([
      [1, 1, 3],
      [1, 1, 1],
    ]);
  });

  it('makes copies along a new first axis', () => {
    expect(withLaw('observed x ~ Normal([1, 2], 1)^3', (law) => law.shape)).toEqual([3, 2]);
    expect(withLaw('observed x ~ Normal([1, 2], 1)^3', parameters)[0]!.shape).toEqual([1, 1, 1, 2]);
  });

  const table = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), false: Laplace(3, 0.5) }';

  it('of a table tells the row of every node', () => {
    withLaw(
      table,
      (law) => {
        if (law.kind !== 'table') throw new Error('not a table');
        const names = Array.from(law.row, (row) => law.rows[row]).map((row) => (row as { name: string }).name);
        expect(names).toEqual(['Normal', 'Laplace', 'Normal']);
      },
      Float64Array.of(1, 0, 1),
    );
  });

  it('of a table is one row where all nodes are in it', () => {
    expect(withLaw(table, (law) => law.kind, Float64Array.of(0, 0))).toBe('univariate');
  });
});

it.each([
  ['observed x ~ Normal(0, 1)', 1, true],
  ['observed x ~ Normal(0, 1)^4', 4, true],
  ['observed x ~ Dirac(2)', 0, true],
  ['observed x ~ MultivariateNormal([0, 0], [[1, 0.5], [0.5, 1]])', 2, false],
  ['latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), false: Dirac(0) }', 1, true],
])('%s takes %d standard numbers', (text, dimensions, factorised) => {
  const { distribution } = distributionOf(text);
  expect(baseDimensions(distribution)).toBe(dimensions);
  expect(isFactorised(distribution)).toBe(factorised);
});

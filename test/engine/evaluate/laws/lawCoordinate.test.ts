import { expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { type Law, lawOf } from '../../../../src/engine/evaluate/laws/law';
import { coordinateLaw } from '../../../../src/engine/evaluate/laws/lawCoordinate';
import { nowhere } from '../../../../src/engine/evaluate/scope';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

function coordinate(distribution: string, j: number) {
  const { numbers } = given(model(`observed x ~ ${distribution}`));
  return scoped(() => {
    const law: Law = lawOf(
      numbers.program.variables.get('x')!.definitions[0]!.distribution,
      new Evaluation(numbers),
      nowhere,
    );
    const one = coordinateLaw(law, j);
    if (one.kind === 'table') throw new Error('a table');
    return {
      name: one.name,
      shape: one.shape,
      parameters: one.parameters.map((value) => Array.from(value.dataSync())),
    };
  });
}

it.each<[string, number, string, number[][]]>([
  ['Normal([1, 2, 3], 0.5)', 1, 'Normal', [[2], [0.5]]],
  ['Normal([1, 2], [3, 4])^2', 3, 'Normal', [[2], [4]]],
  ['Categorical([0.25, 0.75])^2', 1, 'Categorical', [[0.25, 0.75]]],
  ['MultivariateNormal([1, 2], [[4, 1], [1, 9]])', 1, 'Normal', [[2], [3]]],
  ['MultivariateNormal([1, 2], [[4, 1], [1, 9]])^2', 2, 'Normal', [[1], [2]]],
  ['Dirichlet([2, 3, 5])', 1, 'Beta', [[3], [7]]],
])('of %s number %d', (distribution, j, name, parameters) => {
  expect(coordinate(distribution, j)).toEqual({ name, shape: [], parameters });
});

import { describe, expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { type Law, lawOf } from '../../../../src/engine/evaluate/laws/law';
import { type Pair, pairLaw } from '../../../../src/engine/evaluate/laws/lawPair';
import { nowhere } from '../../../../src/engine/evaluate/scope';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

function pairOf(distribution: string, pair: Pair) {
  const { numbers } = given(model(`observed x ~ ${distribution}`));
  return scoped(() => {
    const { distribution: own } = numbers.program.variables.get('x')!.definitions[0]!;
    const law: Law = pairLaw(lawOf(own, new Evaluation(numbers), nowhere), pair);
    if (law.kind === 'table') throw new Error('a table');
    return {
      name: law.name,
      shape: law.shape,
      parameters: law.parameters.map((value) => Array.from(value.dataSync())),
    };
  });
}

describe('the law of two coordinates', () => {
  it.each<[string, Pair, string, number[][]]>([
    [
      'Normal([1, 2, 3], 0.5)',
      [0, 2],
      'Normal',
      [
        [1, 3],
        [0.5, 0.5],
      ],
    ],
    [
      'MultivariateNormal([1, 2, 3], [[4, 1, 0.5], [1, 9, 0.25], [0.5, 0.25, 2]])',
      [0, 2],
      'MultivariateNormal',
      [
        [1, 3],
        [4, 0.5, 0.5, 2],
      ],
    ],
    [
      'MultivariateNormal([1, 2], [[4, 1], [1, 9]])^2',
      [2, 3],
      'MultivariateNormal',
      [
        [1, 2],
        [4, 1, 1, 9],
      ],
    ],
    ['Dirichlet([2, 3, 5, 7])', [1, 3], 'Dirichlet', [[3, 7, 7]]],
  ])('of %s, %j', (distribution, pair, name, parameters) => {
    expect(pairOf(distribution, pair)).toEqual({ name, shape: [2], parameters });
  });

  it('is not to be had of two shares that sum to 1', () => {
    expect(() => pairOf('Dirichlet([2, 3])', [0, 1])).toThrow('lie on a line');
  });
});

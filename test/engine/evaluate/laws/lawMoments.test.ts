import { expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { lawOf } from '../../../../src/engine/evaluate/laws/law';
import { pairMoments } from '../../../../src/engine/evaluate/laws/lawMoments';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

function moments(distribution: string) {
  const { numbers, graph } = given(model(`observed x ~ ${distribution}`));
  const element = graph.element('x', null);
  const [only] = scoped(() => pairMoments(lawOf(element.distribution, new Evaluation(numbers), element.local), 1));
  return [...only!.mean, ...only!.covariance].map((value) => Number(value.toFixed(6)));
}

it.each<[string, number[]]>([
  ['Normal([1, -2], [0.5, 3])', [1, -2, 0.25, 0, 9]],
  ['Normal([1, -2], 2)', [1, -2, 4, 0, 4]],
  ['Normal(1, 0.5)^2', [1, 1, 0.25, 0, 0.25]],
  ['MultivariateNormal([1, 2], [[2, -0.5], [-0.5, 1]])', [1, 2, 2, -0.5, 1]],
  ['MultivariateNormal([3], [[2]])^2', [3, 3, 2, 0, 2]],
  ['Uniform([0, 0], [1, 6])', [0.5, 3, 0.083333, 0, 3]],
  ['Gamma([2, 3], 2)', [1, 1.5, 0.5, 0, 0.75]],
])('mean and covariance of %s', (distribution, expected) => {
  expect(moments(distribution)).toEqual(expected);
});

it('what has no moments has no finite numbers', () => {
  expect(moments('Cauchy([0, 0], 1)').slice(0, 2)).toEqual([Number.NaN, Number.NaN]);
});

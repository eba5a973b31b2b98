import { tensor } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { lawOf } from '../../../../src/engine/evaluate/laws/law';
import { logProb } from '../../../../src/engine/evaluate/laws/lawLogProb';
import { nowhere } from '../../../../src/engine/evaluate/scope';
import { nodeValues } from '../../../../src/engine/factors/tables/jointTable';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

/** log p of x at points × nodes. */
function logs(text: string, x: number[], shape: number[], k: number[] = []): number[][] {
  const { numbers } = given(model(text));
  return scoped(() => {
    const scope = new Evaluation(numbers);
    if (k.length > 0) scope.assign('k', nodeValues(Float64Array.from(k), k.length, []));
    const { distribution } = numbers.program.variables.get('x')!.definitions[0]!;
    const result = logProb(lawOf(distribution, scope, nowhere), tensor(x, shape));
    const [points, nodes] = result.shape as [number, number];
    const data = result.dataSync();
    return Array.from({ length: points }, (_, p) => Array.from(data.subarray(p * nodes, (p + 1) * nodes)));
  });
}

const normal = (x: number, mean = 0, sd = 1) =>
  -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);

function close(actual: number[][], expected: number[][]) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((row, p) => {
    expect(row.length).toBe(expected[p]!.length);
    row.forEach((value, n) => {
      if (Number.isFinite(expected[p]![n]!)) expect(value).toBeCloseTo(expected[p]![n]!, 5);
      else expect(value).toBe(expected[p]![n]);
    });
  });
}

it('adds the coordinates of a factorised vector', () => {
  close(logs('observed x ~ Normal([1, 2], 1)', [0, 0, 1, 2], [2, 1, 2]), [
    [normal(0, 1) + normal(0, 2)],
    [normal(1, 1) + normal(2, 2)],
  ]);
});

it('of copies of a multivariate family adds the copies', () => {
  const text = 'observed x ~ MultivariateNormal([0, 0], [[1, 0], [0, 4]])^2';
  close(logs(text, [1, 2, 0, -2], [1, 1, 2, 2]), [[normal(1) + normal(2, 0, 2) + normal(0) + normal(-2, 0, 2)]]);
});

it('takes the row of each node', () => {
  const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), false: Normal(3, 0.5) }';
  close(logs(text, [0, 3], [2, 1], [1, 0]), [
    [normal(0), normal(0, 3, 0.5)],
    [normal(3), normal(3, 3, 0.5)],
  ]);
});

it('looks a category up, also where its probabilities differ by node', () => {
  const text = 'latent k ~ Categorical([0.5, 0.5])\nobserved x | k ~ Categorical([[0.1, 0.9], [0.75, 0.25]][k])';
  close(logs(text, [1, 2, 3, 1.5], [4, 1], [1, 2]), [
    [Math.log(0.1), Math.log(0.75)],
    [Math.log(0.9), Math.log(0.25)],
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ]);
});

it('adds independent categories', () => {
  close(logs('observed x ~ Categorical([0.25, 0.75])^2', [1, 2], [1, 1, 2]), [[Math.log(0.25 * 0.75)]]);
});

it('does not know the probability of an undefined category', () => {
  close(logs('observed x ~ Categorical([0.25, 0.75])', [Number.NaN, 2, -1], [3, 1]), [
    [Number.NaN],
    [Math.log(0.75)],
    [Number.NEGATIVE_INFINITY],
  ]);
});

import { tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Evaluation } from '../../../src/engine/evaluate/evaluation';
import { compile } from '../../../src/engine/evaluate/expression';
import { nowhere } from '../../../src/engine/evaluate/scope';
import { nodeValues } from '../../../src/engine/factors/tables/jointTable';
import { analyse } from '../../../src/language/analyse';
import { given } from '../plain';

/** The value of a let over two nodes, at which z is −1 and 2, k is 1 and 3, and v is (1, 2) and (3, 4). */
function evaluate(expression: string): { shape: number[]; values: number[] } {
  const { model, diagnostics } = analyse(`
param table = [10, 20, 30]
param matrix = [[1, 2], [3, 4]]
latent z ~ Normal(0, 1)
latent v ~ Normal(0, 1)^2
latent k ~ Categorical(a: 0.2, b: 0.3, c: 0.5)
latent on ~ Bernoulli(0.5)
let it = ${expression}
observed x | z, v, k, on ~ Normal(z + sum(v) + table[k] + on, 1)`);
  if (model === null) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return tidy(() => {
    const scope = new Evaluation(given(model).numbers);
    scope.assign('z', nodeValues(Float64Array.of(-1, 2), 2, []));
    scope.assign('v', nodeValues(Float64Array.of(1, 2, 3, 4), 2, [2]));
    scope.assign('k', nodeValues(Float64Array.of(1, 3), 2, []));
    scope.assign('on', nodeValues(Float64Array.of(0, 1), 2, []));
    const value = compile(model.structure.lets[0]!.value)(scope, nowhere);
    return { shape: value.shape, values: Array.from(value.dataSync()) } as never;
  });
}

describe('expressions', () => {
  it.each<[string, number[], number[]]>([
    ['2 + 3 * 4', [1, 1], [14]],
    ['z + 1', [1, 2], [0, 3]],
    ['2 - z', [1, 2], [3, 0]],
    ['-z', [1, 2], [1, -2]],
    ['z * v', [1, 2, 2], [-1, -2, 6, 8]],
    ['[1, 10] * v', [1, 2, 2], [1, 20, 3, 40]],
    ['v / z', [1, 2, 2], [-1, -2, 1.5, 2]],
    ['matrix * z', [1, 2, 2, 2], [-1, -2, -3, -4, 2, 4, 6, 8]],
    ['z ^ 2', [1, 2], [1, 4]],
    ['z ^ 3', [1, 2], [-1, 8]],
    ['z ^ 5', [1, 2], [-1, 32]],
    ['abs(z) ^ 0.5', [1, 2], [1, Math.SQRT2]],
    ['z ^ -1', [1, 2], [-1, 0.5]],
    ['2 ^ z', [1, 2], [0.5, 4]],
    ['[z, 1, 2 * z]', [1, 2, 3], [-1, 1, -2, 2, 1, 4]],
    ['[1, -2, 3]', [1, 1, 3], [1, -2, 3]],
    ['table[2]', [1, 1], [20]],
    ['table[k]', [1, 2], [10, 30]],
    ['matrix[2]', [1, 1, 2], [3, 4]],
    ['v[2]', [1, 2], [2, 4]],
    ['[z, 2 * z, 3 * z][k]', [1, 2], [-1, 6]],
    ['case k { a: 5, b: 6, c: 7 }', [1, 2], [5, 7]],
    ['case k { a: z, else: 10 * z }', [1, 2], [-1, 20]],
    ['case k, on { a, false: 1, c, true: 2, else: 3 }', [1, 2], [1, 2]],
    ['case on { true: [1, 2], false: [3, 4] }', [1, 2, 2], [3, 4, 1, 2]],
    ['on + 1', [1, 2], [1, 2]],
    ['concat(v, z, 7)', [1, 2, 4], [1, 2, -1, 7, 3, 4, 2, 7]],
    ['dot(v, [1, 10])', [1, 2], [21, 43]],
    ['matmul(matrix, v)', [1, 2, 2], [5, 11, 11, 25]],
    ['matmul(matrix, [[1, 0], [0, 1]])', [1, 1, 2, 2], [1, 2, 3, 4]],
    ['sum(v)', [1, 2], [3, 7]],
    ['max(v)', [1, 2], [2, 4]],
    ['min(z, 1)', [1, 2], [-1, 1]],
    ['max(z, 0, 1)', [1, 2], [1, 2]],
    ['relu(z)', [1, 2], [0, 2]],
  ])('%s', (expression, shape, values) => {
    const result = evaluate(expression);
    expect(result.shape).toEqual(shape);
    result.values.forEach((value, i) => {
      expect(value).toBeCloseTo(values[i]!, 5);
    });
    expect(result.values.length).toBe(values.length);
  });
});

describe('dense layers', () => {
  it('are activation(W input + b) with the network’s own weights', () => {
    const { model } = analyse(`
network f(z) = z -> dense(2, tanh) -> dense(1)
latent z ~ Normal(0, 1)
observed x | z ~ Normal(f(z) + f(z), 1)`);
    const { numbers } = given(model!);
    const weights = new Map([
      ['f.0', { kernel: Float32Array.of(1, -2), bias: Float32Array.of(0.5, 0) }],
      ['f.1', { kernel: Float32Array.of(3, 4), bias: Float32Array.of(-1) }],
    ]);
    const distribution = model!.structure.variables[1]!.definitions[0]!.distribution;
    if (distribution.kind !== 'family') throw new Error('not a family');
    const values = tidy(() => {
      const scope = new Evaluation({ ...numbers, weights });
      scope.assign('z', nodeValues(Float64Array.of(0.3, -1), 2, []));
      return Array.from(compile(distribution.args.mean!)(scope, nowhere).dataSync()) as never;
    }) as unknown as number[];
    [0.3, -1].forEach((z, i) => {
      expect(values[i]).toBeCloseTo(2 * (3 * Math.tanh(z + 0.5) + 4 * Math.tanh(-2 * z) - 1), 4);
    });
  });
});

import { tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { Evaluation } from '../../../src/engine/evaluate/evaluation';
import { nodeValues } from '../../../src/engine/factors/tables/jointTable';
import { model } from '../models';
import { given } from '../plain';

const { numbers } = given(
  model(`
param a = 2
network f(z) = z -> dense(3, tanh) -> dense(1)
latent z ~ Normal(0, 1)
let b = a * f(z)
observed x | z ~ Normal(a + b + f(z), 1)`),
);

it('computes every param, let, call and layer once', () => {
  tidy(() => {
    const scope = new Evaluation(numbers);
    const z = nodeValues(Float64Array.of(1, 2), 2, []);
    scope.assign('z', z);
    expect(scope.variable('z')).toBe(z);
    expect(scope.param('a')).toBe(scope.param('a'));
    expect(scope.letValue('b')).toBe(scope.letValue('b'));
    expect(scope.callNetwork('f', [z])).toBe(scope.callNetwork('f', [z]));
    expect(scope.layer('f', 0)).toBe(scope.layer('f', 0));
    expect(scope.layer('f', 0).kernel.shape).toEqual([1, 3]);
  });
});

it('takes trained weights where they fit the layer, and its own where they do not', () => {
  tidy(() => {
    const kernel = Float32Array.of(1, 2, 3);
    const trained = new Map([
      ['f.0', { kernel, bias: Float32Array.of(4, 5, 6) }],
      ['f.1', { kernel, bias: Float32Array.of(1, 2) }],
    ]);
    const scope = new Evaluation({ ...numbers, weights: trained });
    expect(Array.from(scope.layer('f', 0).bias.dataSync())).toEqual([4, 5, 6]);
    expect(scope.layer('f', 1).bias.shape).toEqual([1]);
  });
});

it('knows no variable without a value', () => {
  expect(() => new Evaluation(numbers).variable('z')).toThrow('z is used before it has a value.');
});

import { tensor, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { activations } from '../../../src/engine/tensor/activations';
import '../plain';

it.each<[keyof typeof activations, (a: number) => number]>([
  ['linear', (a) => a],
  ['tanh', Math.tanh],
  ['relu', (a) => Math.max(0, a)],
  ['sigmoid', (a) => 1 / (1 + Math.exp(-a))],
  ['softplus', (a) => Math.log1p(Math.exp(a))],
  ['elu', (a) => (a > 0 ? a : Math.expm1(a))],
  ['gelu', (a) => a * normalCdf(a)],
  ['silu', (a) => a / (1 + Math.exp(-a))],
  ['exp', Math.exp],
])('%s is its formula', (name, formula) => {
  const inputs = [-3, -0.5, 0, 0.5, 3];
  tidy(() => {
    activations[name](tensor(inputs))
      .dataSync()
      .forEach((value, i) => {
        expect(value).toBeCloseTo(formula(inputs[i]!), 5);
      });
  });
});

import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { functions } from '../../../src/engine/evaluate/functions';
import '../plain';

const z = [-1.5, 0.25, 2];

it.each<[keyof typeof functions, (z: number) => number]>([
  ['exp', Math.exp],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['tanh', Math.tanh],
  ['abs', Math.abs],
  ['sigmoid', (a) => 1 / (1 + Math.exp(-a))],
  ['softplus', (a) => Math.log1p(Math.exp(a))],
  ['relu', (a) => Math.max(0, a)],
  ['square', (a) => a * a],
  ['log', Math.log],
  ['sqrt', Math.sqrt],
])('%s is elementwise', (name, plain) => {
  tidy(() => {
    const result = functions[name]([tensor(z, [1, 3])]);
    expect(result.shape).toEqual([1, 3]);
    result.dataSync().forEach((value, i) => {
      const expected = plain(z[i]!);
      if (Number.isNaN(expected)) expect(value).toBeNaN();
      else expect(value).toBeCloseTo(expected, 5);
    });
  });
});

it('matmul multiplies matrices that differ at every node', () => {
  tidy(() => {
    const a = tensor([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]);
    const product = (b: Tensor) => Array.from(functions.matmul([a, b]).dataSync());
    expect(product(tensor([1, 10], [1, 1, 2]))).toEqual([21, 43, 65, 87]);
    expect(product(tensor([1, 0, 0, 1], [1, 1, 2, 2]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

it('min and max take a vector, or scalars and vectors together', () => {
  tidy(() => {
    const v = tensor([3, -1], [1, 1, 2]);
    expect(Array.from(functions.max([v]).dataSync())).toEqual([3]);
    expect(Array.from(functions.min([v, tensor([0], [1, 1])]).dataSync())).toEqual([0, -1]);
  });
});

import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { composedDenseLayers, type DenseLayer, denseLayers } from '../../../src/engine/tensor/denseLayers';
import { type ActivationName, activations as catalogue } from '../../../src/model/activations';
import { backends, useBackend } from '../backends';
import { expectClose, numbers, valuesOf } from './reference';

const names = Object.keys(catalogue) as ActivationName[];

function layer(inputs: number, units: number, activation: ActivationName, seed: number): DenseLayer {
  return {
    kernel: tensor2d(numbers(inputs * units, -1, 1, seed), [inputs, units]),
    bias: tensor1d(numbers(units, -0.5, 0.5, seed + 1)),
    activation,
  };
}

describe.each(backends)('denseLayers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(names)(
    'applies %s as the composed operations do, near 0, far from it, and where it is not finite',
    (activation) => {
      const infinity = Number.POSITIVE_INFINITY;
      const x = [
        0,
        1e-6,
        -1e-4,
        0.3,
        -0.3,
        1,
        -1,
        4,
        -4,
        12,
        -12,
        60,
        -60,
        88.5,
        -87,
        200,
        -200,
        infinity,
        Number.NaN,
        -0.01,
      ];
      const layers = () => [{ kernel: tensor2d([[1]]), bias: tensor1d([0]), activation }];
      const [fused] = valuesOf(() => denseLayers(tensor2d(x, [x.length, 1]), layers()));
      const [composed] = valuesOf(() => composedDenseLayers(tensor2d(x, [x.length, 1]), layers()));
      expectClose(fused!, composed!, 1e-6, 4e-7);
    },
  );

  it('keeps the digits of tanh, elu and sigmoid where they are small', () => {
    const x = [1e-7, -3e-6, 2e-4, -0.01];
    const of = (activation: ActivationName, bias = 0) =>
      valuesOf(() =>
        denseLayers(tensor2d(x, [4, 1]), [{ kernel: tensor2d([[1]]), bias: tensor1d([bias]), activation }]),
      )[0]!;
    expectClose(of('tanh'), single(x).map(Math.tanh), 3e-7, 0);
    expectClose(
      of('elu'),
      single(x).map((each) => (each > 0 ? each : Math.expm1(each))),
      3e-7,
      0,
    );
    expectClose(
      of('sigmoid', -40),
      x.map((each) => 1 / (1 + Math.exp(40 - each))),
      4e-6,
      0,
    );
  });

  it.each([
    [1, [1, 1]],
    [3, [2, 3]],
    [5, [1, 4, 5, 6]],
    [513, [2, 32, 32, 2]],
    [1030, [7, 9, 1]],
    [4, [40, 130, 12]],
  ])('computes %i rows through layers of %o units', (rows, units) => {
    const make = () =>
      units.slice(1).map((own, i) => layer(units[i]!, own, names[(i + rows) % names.length]!, 10 * i + 1));
    const x = () => tensor2d(numbers(rows * units[0]!, -2, 2, 99), [rows, units[0]!]);
    const [fused] = valuesOf(() => denseLayers(x(), make()));
    const [composed] = valuesOf(() => composedDenseLayers(x(), make()));
    expectClose(fused!, composed!, 5e-6, 5e-6);
  });

  it('says what is wrong with an operand', () => {
    const good = layer(2, 3, 'tanh', 1);
    expect(() => denseLayers(tensor2d([[1, 2]]), [])).toThrow('DenseLayers: there must be at least one layer.');
    expect(() => denseLayers(tensor2d([[1, 2, 3]]), [good])).toThrow(
      'DenseLayers: kernel 1 must have the shape [3, any], not [2, 3].',
    );
    expect(() => denseLayers(tensor2d([[1, 2]]), [good, good])).toThrow('kernel 2 must have the shape [3, any]');
    expect(() => denseLayers(tensor2d([[1, 2]]), [{ ...good, bias: tensor1d([1]) }])).toThrow(
      'DenseLayers: bias 1 must have the shape [3], not [1].',
    );
  });
});

function single(values: readonly number[]): number[] {
  return Array.from(Float32Array.from(values));
}

import { describe, expect, it } from 'vitest';
import type { Expr, Structure } from '../../src/model/model';
import type { StoredTensor } from '../../src/model/safetensors';
import { denseLayers, readWeights } from '../../src/model/weights';
import { realScalar } from '../engine/build';

const z: Expr = { op: 'argument', name: 'z', type: realScalar };
const dense = (input: Expr, layer: number, inputs: number, units: number): Expr => ({
  op: 'dense',
  input,
  network: 'mu',
  layer,
  inputs,
  units,
  activation: 'tanh',
  type: { kind: 'real', shape: [units] },
});
const sum = (left: Expr, right: Expr): Expr => ({ op: 'add', left, right, type: realScalar });

function structure(body: Expr): Structure {
  return {
    params: [],
    lets: [],
    networks: [{ name: 'mu', args: [{ name: 'z', type: realScalar }], type: realScalar, body }],
    variables: [],
  };
}

const twoLayers = structure(sum(dense(dense(z, 0, 2, 3), 1, 3, 1), z));

const f32 = (shape: number[], values: number[]): StoredTensor => ({
  dtype: 'F32',
  shape,
  values: new Float32Array(values),
});
const read = (tensors: Readonly<Record<string, StoredTensor>>) =>
  readWeights(twoLayers, new Map(Object.entries(tensors)));

const good = {
  'mu.0.weight': f32([3, 2], [1, 2, 3, 4, 5, 6]),
  'mu.0.bias': f32([3], [7, 8, 9]),
  'mu.1.weight': f32([1, 3], [10, 11, 12]),
  'mu.1.bias': f32([1], [13]),
};

describe('denseLayers', () => {
  it('finds layers inside of layers and beside them', () => {
    expect(denseLayers(twoLayers)).toEqual([
      { network: 'mu', layer: 0, inputs: 2, units: 3 },
      { network: 'mu', layer: 1, inputs: 3, units: 1 },
    ]);
  });
});

describe('readWeights', () => {
  it("turns PyTorch's [units, inputs] into a kernel [inputs, units]", () => {
    expect(read(good)).toEqual({
      problems: [],
      layers: new Map([
        ['mu.0', { kernel: new Float32Array([1, 3, 5, 2, 4, 6]), bias: new Float32Array([7, 8, 9]) }],
        ['mu.1', { kernel: new Float32Array([10, 11, 12]), bias: new Float32Array([13]) }],
      ]),
    });
  });

  it('names what is not there and what is', () => {
    const { 'mu.1.bias': _, ...rest } = good;
    expect(read(rest).problems).toEqual([
      'The file has no "mu.1.bias" of shape [1] for dense layer 1 of network mu (3 in, 1 out). It holds mu.0.weight, mu.0.bias, mu.1.weight.',
    ]);
    expect(read({}).problems[0]).toMatch(/It holds nothing\.$/);
  });

  it('names a shape, a type and a number that do not fit', () => {
    expect(read({ ...good, 'mu.0.weight': f32([2, 3], [1, 2, 3, 4, 5, 6]) }).problems).toEqual([
      '"mu.0.weight" has shape [2, 3]; dense layer 0 of network mu (2 in, 3 out) takes [3, 2].',
    ]);
    expect(read({ ...good, 'mu.1.bias': { dtype: 'I8', shape: [1], values: null } }).problems).toEqual([
      '"mu.1.bias" holds I8 numbers; weights are read as F64, F32, F16 or BF16.',
    ]);
    expect(read({ ...good, 'mu.1.bias': f32([1], [Number.NaN]) }).problems).toEqual([
      '"mu.1.bias" has weights that are not finite numbers.',
    ]);
  });

  it('quotes in short what stands in the file', () => {
    const shape = Array.from({ length: 100_000 }, () => 1);
    const names = Object.fromEntries(['a', 'b', 'c'].map((letter) => [letter.repeat(5e6), f32([1], [1])]));
    for (const { problems } of [read(names), read({ ...good, 'mu.0.weight': f32(shape, [1]) })])
      for (const problem of problems) expect(problem.length).toBeLessThan(500);
  });
});

import { add, matMul, type Tensor, type Tensor2D, type TensorInfo, type TypedArray } from '@tensorflow/tfjs-core';
import type { ActivationName } from '../../model/activations';
import { activations } from './activations';
import { resultOf, valuesOf } from './backendValues';
import { canFuse, checkOperand, registerFused, runFused } from './register';
import type { Kernels } from './wasmKernels';

/** One layer: activation(x · kernel + bias). */
export interface DenseLayer {
  /** [inputs, units] */
  readonly kernel: Tensor;
  /** [units] */
  readonly bias: Tensor;
  readonly activation: ActivationName;
}

const name = 'DenseLayers';

/**
 * The output of a stack of dense layers at every row of x, what lies between two layers never leaving the kernels' memory.
 * @param x [rows, inputs of the first layer]
 * @param layers at least one
 * @returns [rows, units of the last layer]
 * @throws Error where an operand has not the shape that the layer before it calls for
 */
export function denseLayers(x: Tensor, layers: readonly DenseLayer[]): Tensor {
  check(x, layers);
  if (!canFuse(name)) return composedDenseLayers(x, layers);
  const operands: Record<string, Tensor> = { x };
  layers.forEach(({ kernel, bias }, i) => {
    operands[`kernel${i}`] = kernel;
    operands[`bias${i}`] = bias;
  });
  return runFused<Tensor>(name, operands, { activations: layers.map(({ activation }) => codes[activation]) });
}

/** The same by operations of TensorFlow.js, one after the other. */
export function composedDenseLayers(x: Tensor, layers: readonly DenseLayer[]): Tensor {
  return layers.reduce<Tensor>(
    (value, { kernel, bias, activation }) =>
      activations[activation](add(matMul(value as Tensor2D, kernel as Tensor2D), bias)),
    x,
  );
}

function check(x: Tensor, layers: readonly DenseLayer[]): void {
  if (layers.length === 0) throw new Error(`${name}: there must be at least one layer.`);
  checkOperand(name, 'x', x, [null, null]);
  let inputs = x.shape[1]!;
  layers.forEach(({ kernel, bias, activation }, i) => {
    checkOperand(name, `kernel ${i + 1}`, kernel, [inputs, null]);
    inputs = kernel.shape[1]!;
    checkOperand(name, `bias ${i + 1}`, bias, [inputs]);
    if (codes[activation] === undefined) throw new Error(`${name}: there is no activation ${activation}.`);
  });
}

/** The numbers by which the kernel knows the activations. */
const codes: Readonly<Record<ActivationName, number>> = {
  linear: 0,
  tanh: 1,
  relu: 2,
  sigmoid: 3,
  softplus: 4,
  elu: 5,
  gelu: 6,
  silu: 7,
  exp: 8,
};

registerFused(name, (fused, backend, inputs, attributes) => {
  const { x } = inputs as { x: TensorInfo };
  const codesOfLayers = attributes.activations as number[];
  const [rows, width] = x.shape as [number, number];
  const last = inputs[`kernel${codesOfLayers.length - 1}`]!;
  const units = last.shape[1]!;
  fused.reset();
  let wide = width;
  const layers = codesOfLayers.map((activation, i) => {
    const [kernel, bias] = [inputs[`kernel${i}`]!, inputs[`bias${i}`]!];
    const own = kernel.shape[1]!;
    const padded = multipleOf4(own);
    const placed = {
      inputs: wide,
      units: padded,
      activation,
      kernel: putPadded(fused, valuesOf(backend, kernel), kernel.shape[0]!, own, wide, padded),
      bias: fused.put(valuesOf(backend, bias), padded),
    };
    wide = padded;
    return placed;
  });
  const block = Math.min(multipleOf4(rows), rowsAtOnce);
  const first = fused.room(4 * block * width);
  const widest = Math.max(...layers.map((layer) => layer.units));
  const between = [fused.room(4 * block * widest), fused.room(4 * block * widest)] as const;
  return resultOf(backend, [rows, units], 'float32', (result) => {
    const values = valuesOf(backend, x);
    for (let row = 0; row < rows; row += block) {
      const count = Math.min(block, rows - row);
      fused.floats(first, count * width).set(values.subarray(row * width, (row + count) * width));
      let at = first;
      layers.forEach((layer, i) => {
        const out = between[i % 2 === 0 ? 0 : 1];
        const { kernel, bias, activation } = layer;
        fused.run.dense(at, multipleOf4(count), layer.inputs, kernel, bias, layer.units, activation, out);
        at = out;
      });
      take(fused.floats(at, count * wide), wide, result, units, row, count);
    }
  });
});

/** Rows whose values go through all layers before the next ones: they stay in the cache. */
const rowsAtOnce = 512;

function multipleOf4(count: number): number {
  return (count + 3) & ~3;
}

/** A matrix with columns, and rows, of zeros behind its own. */
function putPadded(
  fused: Kernels,
  values: TypedArray,
  rows: number,
  columns: number,
  allRows: number,
  allColumns: number,
): number {
  if (columns === allColumns) return fused.put(values, allRows * allColumns);
  const at = fused.room(4 * allRows * allColumns);
  const view = fused.floats(at, allRows * allColumns).fill(0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) view[row * allColumns + column] = values[row * columns + column]!;
  }
  return at;
}

function take(from: Float32Array, wide: number, into: TypedArray, units: number, row: number, count: number): void {
  if (wide === units) {
    into.set(from, row * units);
    return;
  }
  for (let r = 0, at = row * units; r < count; r++) {
    for (let u = 0; u < units; u++) into[at++] = from[r * wide + u]!;
  }
}

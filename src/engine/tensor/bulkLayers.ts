import { tensor } from '@tensorflow/tfjs-core';
import type { BulkLayer } from './bulk';
import { denseLayers } from './denseLayers';
import { scoped } from './scoped';

/**
 * The output of a stack of dense layers at many rows, by TensorFlow.js in single precision: for pictures of many thousands of nodes.
 * @param x rows × inputs of the first layer
 * @returns rows × units of the last layer
 */
export function bulkLayers(x: Float64Array, rows: number, layers: readonly BulkLayer[]): Float64Array {
  return scoped(() => {
    const placed = layers.map(({ kernel, bias, activation }) => ({
      kernel: tensor(Float32Array.from(kernel), [kernel.length / bias.length, bias.length]),
      bias: tensor(Float32Array.from(bias), [bias.length]),
      activation,
    }));
    const values = tensor(Float32Array.from(x), [rows, x.length / rows]);
    return Float64Array.from(denseLayers(values, placed).dataSync());
  });
}

import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { sizeOf } from '../../values/batch';

/** For each variable its value in every joint state, the last variable changing fastest. */
export function spreadStates(
  states: readonly { readonly count: number; readonly values: Float64Array }[],
): Float64Array[] {
  const count = states.reduce((product, each) => product * each.count, 1);
  let inner = count;
  return states.map((each) => {
    inner /= each.count;
    const size = each.values.length / each.count;
    const result = new Float64Array(count * size);
    for (let i = 0; i < count; i++) {
      const from = (Math.floor(i / inner) % each.count) * size;
      for (let j = 0; j < size; j++) result[i * size + j] = each.values[from + j]!;
    }
    return result;
  });
}

/** The values of a variable at all nodes as a tensor. */
export function nodeValues(values: Float64Array, nodes: number, shape: readonly number[]): Tensor {
  if (values.length !== nodes * sizeOf(shape)) throw new Error('The values of a variable do not fit its shape.');
  return tensor(Float32Array.from(values), [1, nodes, ...shape]);
}

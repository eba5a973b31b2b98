import type { LinearGaussian } from './linearGaussian';

/** Some coordinates of a model given its inputs: Normal(constant + Σ inputs · input, covariance). */
export interface Reduction {
  readonly constant: Float64Array;
  /** For each input that matters, coordinates × size of the input, row-major. */
  readonly inputs: ReadonlyMap<string, Float64Array>;
  /** Square, row-major. */
  readonly covariance: Float64Array;
}

/**
 * Integrates over everything else, by going from children to parents: the coordinates are written as a sum over the noise of all elements, whose
 * variances add up. Time and memory are proportional to the model, and no covariance but that of the result is held.
 * @param coordinates places among the coordinates of the model
 */
export function reduce(model: LinearGaussian, coordinates: ArrayLike<number>): Reduction {
  const m = coordinates.length;
  const { nodes, owner } = model;
  const constant = new Float64Array(m);
  const covariance = new Float64Array(m * m);
  const inputs = new Map<string, Float64Array>();
  /** How the result depends on each node, m × its size; none where it does not. */
  const weights = new Array<Float64Array | undefined>(nodes.length);
  const weightOf = (i: number) => {
    weights[i] ??= new Float64Array(m * nodes[i]!.size);
    return weights[i];
  };
  for (let o = 0; o < m; o++) {
    const i = owner[coordinates[o]!]!;
    const { first, size } = nodes[i]!;
    weightOf(i)[o * size + coordinates[o]! - first]! += 1;
  }
  for (let i = nodes.length - 1; i >= 0; i--) {
    const weight = weights[i];
    if (weight === undefined) continue;
    weights[i] = undefined;
    const { key, size, conditional } = nodes[i]!;
    if (conditional === null) {
      inputs.set(key, weight);
      continue;
    }
    const { rows, noise } = conditional;
    for (let o = 0; o < m; o++) {
      for (let c = 0; c < size; c++) {
        const factor = weight[o * size + c]!;
        if (factor === 0) continue;
        constant[o]! += factor * conditional.constant[c]!;
        if (rows === null) continue;
        for (let e = rows.start[c]!; e < rows.start[c + 1]!; e++) {
          const column = rows.column[e]!;
          const parent = owner[column]!;
          const node = nodes[parent]!;
          weightOf(parent)[o * node.size + column - node.first]! += factor * rows.value[e]!;
        }
      }
    }
    if (noise.kind === 'independent') addVariances(covariance, m, weight, size, noise.variance);
    else addBlocks(covariance, m, weight, size, noise.covariance, noise.block);
  }
  return { constant, inputs, covariance };
}

/** covariance += weight · diagonal · weightᵀ */
function addVariances(covariance: Float64Array, m: number, weight: Float64Array, size: number, variance: Float64Array) {
  for (let o = 0; o < m; o++) {
    for (let p = 0; p <= o; p++) {
      let sum = 0;
      for (let c = 0; c < size; c++) sum += weight[o * size + c]! * weight[p * size + c]! * variance[c]!;
      covariance[o * m + p]! += sum;
      if (p < o) covariance[p * m + o]! += sum;
    }
  }
}

/** The same for a block-diagonal matrix, all blocks alike. */
function addBlocks(
  covariance: Float64Array,
  m: number,
  weight: Float64Array,
  size: number,
  noise: Float64Array,
  block: number,
) {
  const spread = new Float64Array(size);
  for (let o = 0; o < m; o++) {
    for (let c = 0; c < size; c++) {
      const start = c - (c % block);
      let sum = 0;
      for (let k = 0; k < block; k++) sum += weight[o * size + start + k]! * noise[k * block + (c % block)]!;
      spread[c] = sum;
    }
    for (let p = 0; p <= o; p++) {
      let sum = 0;
      for (let c = 0; c < size; c++) sum += weight[p * size + c]! * spread[c]!;
      covariance[o * m + p]! += sum;
      if (p < o) covariance[p * m + o]! += sum;
    }
  }
}

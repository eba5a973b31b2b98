import { sum, type Tensor, tensor, where } from '@tensorflow/tfjs-core';
import { batchOf, commonBatch, sizeOf } from '../../values/batch';
import type { Law, UnivariateLaw } from './law';

/**
 * log p(x) under a law, at every point and node.
 * @param x [p, n, ...law.shape]
 * @returns [p, n]; −Infinity outside of the support
 */
export function logProb(law: Law, x: Tensor): Tensor {
  switch (law.kind) {
    case 'univariate':
      if (law.name === 'Categorical') return categoricalLogProb(law, x);
      return overCoordinates(law.family.logProb(x, law.parameters), law.shape.length);
    case 'multivariate':
      return overCoordinates(law.family.logProb(x, law.parameters), law.shape.length - 1);
    case 'table': {
      const rows = law.rows.map((row) => logProb(row, x));
      return rows.reduce((other, value, i) => {
        const mask = tensor(
          Uint8Array.from(law.row, (row) => (row === i ? 1 : 0)),
          [...law.batch],
          'bool',
        );
        return where(mask, value, other);
      });
    }
  }
}

function overCoordinates(value: Tensor, rank: number): Tensor {
  return rank === 0
    ? value
    : sum(
        value,
        Array.from({ length: rank }, (_, i) => i + 2),
      );
}

/** A look-up, so that ten thousand categories need no one-hot matrix. */
function categoricalLogProb(law: UnivariateLaw, x: Tensor): Tensor {
  const probabilities = law.parameters[0]!;
  const batch = commonBatch([x, probabilities]);
  const places = categoryPlaces(law, x, probabilities, batch);
  return tensor(sumOfLogs(places, probabilities.dataSync(), sizeOf(law.shape)), [...batch]);
}

/** Not a category: its log probability is −Infinity. */
const noCategory = -1;
/** The category is undefined, and so is its log probability. */
const undefinedCategory = -2;

/** Where in the probabilities each category lies: by point, node and coordinate. */
function categoryPlaces(
  law: UnivariateLaw,
  x: Tensor,
  probabilities: Tensor,
  [points, nodes]: readonly [number, number],
): Int32Array {
  const size = sizeOf(law.shape);
  const count = probabilities.shape.at(-1)!;
  const own = sizeOf(probabilities.shape.slice(2, -1));
  const codes = x.dataSync();
  const [xp, xn] = batchOf(x);
  const [tp, tn] = batchOf(probabilities);
  const places = new Int32Array(points * nodes * size);
  for (let p = 0, i = 0; p < points; p++) {
    for (let n = 0; n < nodes; n++) {
      const at = ((xp === 1 ? 0 : p) * xn + (xn === 1 ? 0 : n)) * size;
      const row = ((tp === 1 ? 0 : p) * tn + (tn === 1 ? 0 : n)) * own;
      for (let j = 0; j < size; j++, i++) {
        const code = codes[at + j]!;
        const inside = code >= 1 && code <= count && Number.isInteger(code);
        if (inside) places[i] = (row + (own === 1 ? 0 : j)) * count + code - 1;
        else places[i] = Number.isNaN(code) ? undefinedCategory : noCategory;
      }
    }
  }
  return places;
}

function sumOfLogs(places: Int32Array, table: ArrayLike<number>, size: number): Float32Array {
  const result = new Float32Array(places.length / size);
  for (let i = 0, at = 0; i < result.length; i++) {
    let total = 0;
    for (let j = 0; j < size; j++, at++) {
      const place = places[at]!;
      if (place >= 0) total += Math.log(table[place]!);
      else total += place === noCategory ? Number.NEGATIVE_INFINITY : Number.NaN;
    }
    result[i] = total;
  }
  return result;
}

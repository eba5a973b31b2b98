import { sum, type Tensor, tensor, where } from '@tensorflow/tfjs-core';
import { batchOf, commonBatch, sizeOf } from './batch';
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
  const [points, nodes] = commonBatch([x, probabilities]);
  const size = sizeOf(law.shape);
  const count = probabilities.shape.at(-1)!;
  const own = sizeOf(probabilities.shape.slice(2, -1));
  const [codes, table] = [x.dataSync(), probabilities.dataSync()];
  const [xp, xn] = batchOf(x);
  const [tp, tn] = batchOf(probabilities);
  const result = new Float32Array(points * nodes);
  for (let p = 0, i = 0; p < points; p++) {
    for (let n = 0; n < nodes; n++, i++) {
      const at = ((xp === 1 ? 0 : p) * xn + (xn === 1 ? 0 : n)) * size;
      const row = ((tp === 1 ? 0 : p) * tn + (tn === 1 ? 0 : n)) * own;
      let total = 0;
      for (let j = 0; j < size; j++) {
        const code = codes[at + j]!;
        const inside = code >= 1 && code <= count && Number.isInteger(code);
        total += inside ? Math.log(table[(row + (own === 1 ? 0 : j)) * count + code - 1]!) : Number.NEGATIVE_INFINITY;
      }
      result[i] = total;
    }
  }
  return tensor(result, [points, nodes]);
}

import { cast, gather, mul, oneHot, reshape, slice, sum, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { batchOf, commonBatch, eventShape, withRank } from '../values/batch';

/**
 * `base[index]` along the first axis of the value, for every point and node; the index counts from 1. An index outside
 * of the table gives NaN, which the check of parameters then names.
 * @param base [p, n, K, ...rest]
 * @param index [p, n]
 */
export function pick(base: Tensor, index: Tensor): Tensor {
  const [length, ...rest] = eventShape(base) as [number, ...number[]];
  const codes = index.dataSync();
  const rows = new Int32Array(codes.length);
  let outside = false;
  for (let i = 0; i < codes.length; i++) {
    const row = Math.round(codes[i]!) - 1;
    outside ||= !(row >= 0 && row < length);
    rows[i] = row >= 0 && row < length ? row : 0;
  }
  const picked = pickRows(base, rows, index.shape as [number, number], length, rest);
  if (!outside) return picked;
  const mask = Float32Array.from(codes, (code) => (code >= 1 && code <= length ? 1 : Number.NaN));
  return mul(picked, withRank(tensor(mask, index.shape), rest.length));
}

function pickRows(base: Tensor, rows: Int32Array, at: [number, number], length: number, rest: number[]): Tensor {
  const [points, nodes] = batchOf(base);
  if (rows.length === 1) {
    const begin = [0, 0, rows[0]!, ...rest.map(() => 0)];
    return reshape(slice(base, begin, [points, nodes, 1, ...rest]), [points, nodes, ...rest]);
  }
  if (points === 1 && nodes === 1) {
    return reshape(gather(reshape(base, [length, ...rest]), tensor(rows, [rows.length], 'int32')), [...at, ...rest]);
  }
  // Both the table and the index change with the node: no gather does that.
  const choice = reshape(oneHot(tensor(rows, [rows.length], 'int32'), length), [...at, length]);
  return sum(mul(base, withRank(cast(choice, 'float32'), rest.length + 1)), 2);
}

/** For each point and node, which row of a table its codes select: an index into `rows`, or -1 for none of them. */
export function selectRows(
  subjects: readonly Tensor[],
  rows: readonly { readonly when: readonly number[] }[],
): { readonly batch: readonly [number, number]; readonly row: Int32Array } {
  const batch = commonBatch(subjects);
  const row = new Int32Array(batch[0] * batch[1]);
  const codes = subjects.map((subject) => {
    const [p, n] = batchOf(subject);
    return { data: subject.dataSync(), pointStride: p === 1 ? 0 : n, nodeStride: n === 1 ? 0 : 1 };
  });
  const byKey = new Map(rows.map(({ when }, i) => [when.join(), i]));
  for (let p = 0; p < batch[0]; p++) {
    for (let n = 0; n < batch[1]; n++) {
      const key = codes.map((c) => Math.round(c.data[p * c.pointStride + n * c.nodeStride]!)).join();
      row[p * batch[1] + n] = byKey.get(key) ?? -1;
    }
  }
  return { batch, row };
}

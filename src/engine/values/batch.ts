import { broadcastTo, reshape, type Tensor } from '@tensorflow/tfjs-core';

/** The batch axes of a value: points, then nodes. */
export type Batch = readonly [points: number, nodes: number];

export function batchOf(value: Tensor): Batch {
  return [value.shape[0] ?? 1, value.shape[1] ?? 1];
}

export function commonBatch(values: readonly Tensor[]): Batch {
  let [points, nodes] = [1, 1];
  for (const value of values) {
    const batch = batchOf(value);
    points = Math.max(points, batch[0]);
    nodes = Math.max(nodes, batch[1]);
  }
  return [points, nodes];
}

/** The shape of a value without its batch axes. */
export function eventShape(value: Tensor): number[] {
  return value.shape.slice(2);
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Appends axes of length one so that the value has at least `rank` axes of its own: a scalar against a vector. */
export function withRank(value: Tensor, rank: number): Tensor {
  const missing = rank - (value.rank - 2);
  return missing <= 0 ? value : reshape(value, [...value.shape, ...Array<number>(missing).fill(1)]);
}

export function broadcastBatch(value: Tensor, batch: Batch): Tensor {
  const own = batchOf(value);
  return own[0] === batch[0] && own[1] === batch[1] ? value : broadcastTo(value, [...batch, ...eventShape(value)]);
}

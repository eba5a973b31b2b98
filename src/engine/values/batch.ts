/** Values in double precision: one for each node, or one for all of them. */
export interface Batch {
  /** 1 where the value is the same at every node. */
  readonly nodes: number;
  /** Numbers in one value. */
  readonly size: number;
  /** nodes × size, row-major. */
  readonly data: Float64Array;
}

export function constant(...data: readonly number[]): Batch {
  return { nodes: 1, size: data.length, data: Float64Array.from(data) };
}

/** f of every number. */
export function map(value: Batch, f: (a: number) => number): Batch {
  const data = new Float64Array(value.data.length);
  for (let i = 0; i < data.length; i++) data[i] = f(value.data[i]!);
  return { ...value, data };
}

/**
 * f of every pair of numbers at the same node and place. Of two sizes the smaller divides the larger: a scalar goes with every place, and a
 * vector with every place of its row of a matrix.
 */
export function zip(a: Batch, b: Batch, f: (a: number, b: number) => number): Batch {
  const nodes = Math.max(a.nodes, b.nodes);
  const size = Math.max(a.size, b.size);
  const data = new Float64Array(nodes * size);
  const [an, bn] = [a.nodes === 1 ? 0 : a.size, b.nodes === 1 ? 0 : b.size];
  if (size === 1) {
    for (let n = 0; n < nodes; n++) data[n] = f(a.data[n * an]!, b.data[n * bn]!);
    return { nodes, size, data };
  }
  const [ar, br] = [size / a.size, size / b.size];
  for (let n = 0, at = 0; n < nodes; n++) {
    for (let i = 0; i < size; i++, at++) {
      const own = a.data[n * an + (ar === 1 ? i : Math.floor(i / ar))]!;
      data[at] = f(own, b.data[n * bn + (br === 1 ? i : Math.floor(i / br))]!);
    }
  }
  return { nodes, size, data };
}

/** One number from each value. */
export function reduce(value: Batch, f: (values: Float64Array) => number): Batch {
  const { nodes, size } = value;
  return {
    nodes,
    size: 1,
    data: Float64Array.from({ length: nodes }, (_, n) => f(value.data.subarray(n * size, (n + 1) * size))),
  };
}

/** The values end to end at every node. */
export function join(values: readonly Batch[]): Batch {
  const nodes = Math.max(1, ...values.map((value) => value.nodes));
  const size = values.reduce((sum, value) => sum + value.size, 0);
  const data = new Float64Array(nodes * size);
  let offset = 0;
  for (const value of values) {
    const stride = value.nodes === 1 ? 0 : value.size;
    for (let n = 0; n < nodes; n++) {
      for (let i = 0; i < value.size; i++) data[n * size + offset + i] = value.data[n * stride + i]!;
    }
    offset += value.size;
  }
  return { nodes, size, data };
}

/**
 * The row of a table that a code picks at every node, counted from 1; NaN where there is no such row.
 * @param count rows of the table
 */
export function pickRow(base: Batch, code: Batch, count: number): Batch {
  const nodes = Math.max(base.nodes, code.nodes);
  const size = base.size / count;
  const data = new Float64Array(nodes * size);
  for (let n = 0; n < nodes; n++) {
    const row = Math.round(code.data[code.nodes === 1 ? 0 : n]!) - 1;
    const inside = row >= 0 && row < count;
    const from = (base.nodes === 1 ? 0 : n * base.size) + row * size;
    for (let i = 0; i < size; i++) data[n * size + i] = inside ? base.data[from + i]! : Number.NaN;
  }
  return { nodes, size, data };
}

/** At every node the value of the row that holds there; NaN where there is none. */
export function choose(row: Int32Array, rows: ReadonlyMap<number, Batch>, size: number): Batch {
  // Where one row holds everywhere, its values may still differ from node to node.
  const nodes = Math.max(row.length, ...Array.from(rows.values(), (value) => value.nodes));
  const data = new Float64Array(nodes * size).fill(Number.NaN);
  for (let n = 0; n < nodes; n++) {
    const value = rows.get(row[row.length === 1 ? 0 : n]!);
    if (value === undefined) continue;
    const from = value.nodes === 1 ? 0 : n * value.size;
    for (let i = 0; i < size; i++) data[n * size + i] = value.data[from + (value.size === 1 ? 0 : i)]!;
  }
  return { nodes, size, data };
}

/** A [rows, inner] times B [inner, columns] at every node. */
export function matrixProduct(a: Batch, b: Batch, inner: number): Batch {
  const nodes = Math.max(a.nodes, b.nodes);
  const [rows, columns] = [a.size / inner, b.size / inner];
  const data = new Float64Array(nodes * rows * columns);
  const [an, bn] = [a.nodes === 1 ? 0 : a.size, b.nodes === 1 ? 0 : b.size];
  for (let n = 0, at = 0; n < nodes; n++) {
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++, at++) {
        let total = 0;
        for (let k = 0; k < inner; k++) total += a.data[n * an + r * inner + k]! * b.data[n * bn + k * columns + c]!;
        data[at] = total;
      }
    }
  }
  return { nodes, size: rows * columns, data };
}

/**
 * activation(x · kernel + bias) at every node.
 * @param x of as many numbers as the kernel has rows
 * @param kernel inputs × units, row-major
 */
export function denseLayer(
  x: Batch,
  kernel: ArrayLike<number>,
  bias: ArrayLike<number>,
  activation: (a: number) => number,
): Batch {
  const { nodes, size: inputs } = x;
  const units = bias.length;
  const data = new Float64Array(nodes * units);
  for (let n = 0; n < nodes; n++) {
    const row = n * units;
    for (let u = 0; u < units; u++) data[row + u] = bias[u]!;
    for (let k = 0, w = 0; k < inputs; k++) {
      const value = x.data[n * inputs + k]!;
      for (let u = 0; u < units; u++, w++) data[row + u]! += value * kernel[w]!;
    }
    for (let u = 0; u < units; u++) data[row + u] = activation(data[row + u]!);
  }
  return { nodes, size: units, data };
}

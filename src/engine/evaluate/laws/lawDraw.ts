import type { Column } from '../../sampling/columns';
import { sizeOf } from '../../values/batch';
import type { Law, MultivariateLaw, TableLaw, UnivariateLaw } from './law';

/** The parameters of one law in double-precision reach: one node's, read from arrays. */
export interface Reader {
  /** Fills and returns the parameters of coordinate `j` at node `n`; the array is used again by the next call. */
  at(n: number, j: number): number[];
  /** Where the parameters of coordinate `j` stand. */
  columns(j: number): ParameterColumn[];
  /** True where the parameters are the same at every node. */
  readonly constant: boolean;
}

/** One parameter at all nodes: that of node n is data[first + n · stride]. */
export interface ParameterColumn {
  readonly data: ArrayLike<number>;
  readonly first: number;
  readonly stride: number;
}

/** @param law its parameters have one point */
export function reader(law: UnivariateLaw): Reader {
  const columns = law.parameters.map((parameter) => {
    const [, nodes, ...own] = parameter.shape as [number, number, ...number[]];
    return {
      data: parameter.dataSync(),
      nodeStride: nodes === 1 ? 0 : sizeOf(own),
      offsets: coordinateOffsets(own, law.shape),
      constant: nodes === 1,
    };
  });
  const filled = new Array<number>(columns.length).fill(0);
  return {
    constant: columns.every((column) => column.constant),
    columns: (j) => columns.map(({ data, offsets, nodeStride }) => ({ data, first: offsets[j]!, stride: nodeStride })),
    at: (n, j) => {
      for (let i = 0; i < columns.length; i++) {
        const { data, nodeStride, offsets } = columns[i]!;
        filled[i] = data[n * nodeStride + offsets[j]!]!;
      }
      return filled;
    },
  };
}

/** Where each flat coordinate of `shape` lies in a parameter whose axes are those of `shape` or 1. */
export function coordinateOffsets(own: readonly number[], shape: readonly number[]): number[] {
  const offsets = [0];
  let stride = sizeOf(own);
  let result = offsets;
  shape.forEach((length, axis) => {
    const has = (own[axis] ?? 1) > 1;
    stride /= own[axis] ?? 1;
    result = result.flatMap((offset) => Array.from({ length }, (_, i) => offset + (has ? i * stride : 0)));
  });
  return result;
}

/**
 * One draw of the law at each node, from the base: coordinate j of node n uses number `n mod columns[j].length` of column j.
 * @returns nodes × size of a draw, row-major
 */
export function draw(law: Law, nodes: number, columns: readonly Column[]): Float64Array {
  switch (law.kind) {
    case 'univariate':
      return law.name === 'Categorical' ? drawCategorical(law, nodes, columns) : drawUnivariate(law, nodes, columns);
    case 'multivariate':
      return drawMultivariate(law, nodes, columns);
    case 'table':
      return drawTable(law, nodes, columns);
  }
}

function drawUnivariate(law: UnivariateLaw, nodes: number, columns: readonly Column[]): Float64Array {
  const size = sizeOf(law.shape);
  const result = new Float64Array(nodes * size);
  const read = reader(law);
  for (let j = 0; j < size; j++) {
    if (law.name === 'Dirac') {
      for (let n = 0; n < nodes; n++) result[n * size + j] = read.at(n, j)[0]!;
      continue;
    }
    const column = columns[j]!;
    const count = column.length;
    if (law.name === 'Normal') {
      drawNormals(read, j, column.normal, nodes, result, size);
      continue;
    }
    const uniform = column.uniform;
    // The nodes repeat the column for every state of the discrete variables: constant parameters give the same draws again.
    const fresh = read.constant ? Math.min(count, nodes) : nodes;
    for (let n = 0; n < fresh; n++) {
      result[n * size + j] = law.family.quantile(uniform[n % count]!, read.at(n, j));
    }
    for (let n = fresh; n < nodes; n++) result[n * size + j] = result[(n - count) * size + j]!;
  }
  return result;
}

/** The commonest family by itself, without a call for each draw. */
function drawNormals(
  read: Reader,
  j: number,
  normal: Float64Array,
  nodes: number,
  result: Float64Array,
  size: number,
): void {
  const [mean, sd] = read.columns(j) as [ParameterColumn, ParameterColumn];
  for (let n = 0, i = 0, at = j; n < nodes; n++, at += size) {
    result[at] = mean.data[mean.first + n * mean.stride]! + sd.data[sd.first + n * sd.stride]! * normal[i]!;
    i = i + 1 === normal.length ? 0 : i + 1;
  }
}

function drawCategorical(law: UnivariateLaw, nodes: number, columns: readonly Column[]): Float64Array {
  const size = sizeOf(law.shape);
  const result = new Float64Array(nodes * size);
  const probabilities = law.parameters[0]!;
  const [, own, ...axes] = probabilities.shape as [number, number, ...number[]];
  const count = axes.at(-1)!;
  const offsets = coordinateOffsets(axes.slice(0, -1), law.shape);
  const data = probabilities.dataSync();
  const rowSize = sizeOf(axes);
  const cumulative = new Float64Array(count);
  for (let j = 0; j < size; j++) {
    const uniform = columns[j]!.uniform;
    for (let n = 0; n < nodes; n++) {
      if (n === 0 || own > 1) {
        let total = 0;
        const at = (own === 1 ? 0 : n * rowSize) + offsets[j]! * count;
        for (let k = 0; k < count; k++) {
          total += data[at + k]!;
          cumulative[k] = total;
        }
      }
      result[n * size + j] = 1 + firstAtLeast(cumulative, uniform[n % uniform.length]! * cumulative[count - 1]!);
    }
  }
  return result;
}

/** The first index whose entry is at least `value`, in an array that never falls. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function drawMultivariate(law: MultivariateLaw, nodes: number, columns: readonly Column[]): Float64Array {
  const length = law.shape.at(-1)!;
  const size = sizeOf(law.shape);
  const copies = size / length;
  const perCopy = law.family.uniforms(length);
  const result = new Float64Array(nodes * size);
  const parameters = multivariateReader(law);
  const uniforms = new Array<number>(perCopy).fill(0);
  for (let n = 0; n < nodes; n++) {
    const at = parameters(n);
    for (let copy = 0; copy < copies; copy++) {
      for (let i = 0; i < perCopy; i++) {
        const column = columns[copy * perCopy + i]!.uniform;
        uniforms[i] = column[n % column.length]!;
      }
      result.set(law.family.draw(uniforms, length, at), n * size + copy * length);
    }
  }
  return result;
}

/** The flattened parameters at one node. */
export function multivariateReader(law: MultivariateLaw): (n: number) => number[] {
  const parts = law.parameters.map((parameter) => {
    const [, nodes, ...own] = parameter.shape as [number, number, ...number[]];
    return { data: parameter.dataSync(), nodes, size: sizeOf(own) };
  });
  const read = (n: number) =>
    parts.flatMap(({ data, nodes, size }) => {
      const start = nodes === 1 ? 0 : n * size;
      return Array.from(data.subarray(start, start + size));
    });
  if (parts.some(({ nodes }) => nodes > 1)) return read;
  const constant = read(0);
  return () => constant;
}

function drawTable(law: TableLaw, nodes: number, columns: readonly Column[]): Float64Array {
  const size = sizeOf(law.shape);
  const result = new Float64Array(nodes * size);
  law.rows.forEach((row, i) => {
    const drawn = draw(row, nodes, columns);
    for (let n = 0; n < nodes; n++) {
      if (law.row[n] === i) result.set(drawn.subarray(n * size, (n + 1) * size), n * size);
    }
  });
  return result;
}

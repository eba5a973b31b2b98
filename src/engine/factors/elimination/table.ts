/** Numbers over the states of some variables, row-major in the order of `variables`. */
export interface Table {
  readonly variables: readonly number[];
  readonly values: Float64Array;
}

/** Probabilities as they stand, or their natural logarithms. */
export type Scale = 'linear' | 'log';

/** The product of the tables over the states of `scope`, which holds all of their variables. */
export function product(
  tables: readonly Table[],
  scope: readonly number[],
  sizes: ArrayLike<number>,
  scale: Scale,
): Float64Array {
  const lengths = scope.map((variable) => sizes[variable]!);
  const total = lengths.reduce((size, length) => size * length, 1);
  const [first, ...rest] = tables;
  if (first !== undefined && sameOrder(first.variables, scope)) {
    const result = first.values.slice();
    for (const table of rest) multiply(result, lengths, stridesIn(table, scope, sizes), table.values, scale);
    return result;
  }
  const result = new Float64Array(total);
  if (scale === 'linear') result.fill(1);
  for (const table of tables) multiply(result, lengths, stridesIn(table, scope, sizes), table.values, scale);
  return result;
}

/** Sums a table over all variables that are not in `onto`, and puts the others in that order. */
export function sumOnto(
  values: Float64Array,
  scope: readonly number[],
  onto: readonly number[],
  sizes: ArrayLike<number>,
  scale: Scale,
): Float64Array {
  const lengths = scope.map((variable) => sizes[variable]!);
  const total = onto.reduce((size, variable) => size * sizes[variable]!, 1);
  const strides = strideList(onto, scope, sizes);
  if (scale === 'linear') {
    const result = new Float64Array(total);
    walk(lengths, strides, (from, to, length, stride) => {
      for (let i = 0; i < length; i++) result[to + i * stride]! += values[from + i]!;
    });
    return result;
  }
  const highest = new Float64Array(total).fill(Number.NEGATIVE_INFINITY);
  walk(lengths, strides, (from, to, length, stride) => {
    for (let i = 0; i < length; i++) {
      const value = values[from + i]!;
      if (value > highest[to + i * stride]!) highest[to + i * stride] = value;
    }
  });
  const sums = new Float64Array(total);
  walk(lengths, strides, (from, to, length, stride) => {
    for (let i = 0; i < length; i++) {
      const value = values[from + i]!;
      if (value > Number.NEGATIVE_INFINITY) sums[to + i * stride]! += Math.exp(value - highest[to + i * stride]!);
    }
  });
  return highest.map((most, i) => (most === Number.NEGATIVE_INFINITY ? most : most + Math.log(sums[i]!)));
}

/** How far a table goes: its largest number, and its smallest that is not 0. */
export interface Extent {
  readonly most: number;
  readonly least: number;
}

export function extent(values: Float64Array): Extent {
  let [most, least] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > most) most = value;
    if (value > 0 && value < least) least = value;
  }
  return { most, least };
}

function sameOrder(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((variable, i) => variable === b[i]);
}

function multiply(
  target: Float64Array,
  lengths: readonly number[],
  strides: readonly number[],
  values: Float64Array,
  scale: Scale,
): void {
  if (scale === 'linear') {
    walk(lengths, strides, (to, from, length, stride) => {
      for (let i = 0; i < length; i++) target[to + i]! *= values[from + i * stride]!;
    });
  } else {
    walk(lengths, strides, (to, from, length, stride) => {
      for (let i = 0; i < length; i++) target[to + i]! += values[from + i * stride]!;
    });
  }
}

/** Goes through a row-major table row by row, and tells the place of each row in another table. */
function walk(
  lengths: readonly number[],
  strides: readonly number[],
  row: (at: number, other: number, length: number, stride: number) => void,
): void {
  const last = lengths.length - 1;
  const length = lengths[last] ?? 1;
  const stride = strides[last] ?? 0;
  const rows = lengths.slice(0, -1).reduce((count, each) => count * each, 1);
  const digits = new Int32Array(Math.max(0, last));
  let other = 0;
  for (let r = 0; r < rows; r++) {
    row(r * length, other, length, stride);
    for (let axis = last - 1; axis >= 0; axis--) {
      const wraps = digits[axis] === lengths[axis]! - 1;
      const step = wraps ? -digits[axis]! : 1;
      digits[axis]! += step;
      other += step * strides[axis]!;
      if (!wraps) break;
    }
  }
}

function stridesIn(table: Table, scope: readonly number[], sizes: ArrayLike<number>): number[] {
  return strideList(table.variables, scope, sizes);
}

/** For each variable of `scope` the step of its axis in a table over `variables`; 0 where that has no such axis. */
function strideList(variables: readonly number[], scope: readonly number[], sizes: ArrayLike<number>): number[] {
  const strides = scope.map(() => 0);
  let stride = 1;
  for (let axis = variables.length - 1; axis >= 0; axis--) {
    strides[scope.indexOf(variables[axis]!)] = stride;
    stride *= sizes[variables[axis]!]!;
  }
  return strides;
}

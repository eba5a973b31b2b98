import { coordinateOffsets, sizeOf } from '../../values/shape';
import { RowBuilder, type Rows } from './rows';

/** A value that is affine in the coordinates of continuous elements, in double precision: constant + rows · coordinates. */
export interface Affine {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly constant: Float64Array;
  /** One row for each number of the value; null where it is a constant. */
  readonly rows: Rows | null;
}

export function constantValue(shape: readonly number[], constant: Float64Array): Affine {
  return { shape, constant, rows: null };
}

export function constantScalar(value: number): Affine {
  return constantValue([], Float64Array.of(value));
}

/** The value repeated to a larger shape; axes that it lacks are taken for last axes of length one. */
export function spreadTo(value: Affine, shape: readonly number[]): Affine {
  if (sizeOf(shape) === value.constant.length) return { ...value, shape };
  return gathered(value, coordinateOffsets(value.shape, shape), shape);
}

/** The numbers at some places of a value, as a value of another shape. */
export function gathered(value: Affine, places: ArrayLike<number>, shape: readonly number[]): Affine {
  const constant = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) constant[i] = value.constant[places[i]!]!;
  if (value.rows === null) return constantValue(shape, constant);
  const builder = new RowBuilder();
  for (let i = 0; i < places.length; i++) {
    builder.add(value.rows, places[i]!);
    builder.close();
  }
  return { shape, constant, rows: builder.finish() };
}

/** Values end to end. */
export function joined(values: readonly Affine[], shape: readonly number[]): Affine {
  const constant = new Float64Array(values.reduce((size, each) => size + each.constant.length, 0));
  let at = 0;
  for (const value of values) {
    constant.set(value.constant, at);
    at += value.constant.length;
  }
  if (values.every(({ rows }) => rows === null)) return constantValue(shape, constant);
  const builder = new RowBuilder();
  for (const value of values) {
    for (let i = 0; i < value.constant.length; i++) {
      builder.add(value.rows, i);
      builder.close();
    }
  }
  return { shape, constant, rows: builder.finish() };
}

/** The shape to which operands of an elementwise operation are repeated. */
export function commonShape(values: readonly Affine[]): number[] {
  const rank = Math.max(...values.map(({ shape }) => shape.length));
  return Array.from({ length: rank }, (_, axis) => Math.max(...values.map(({ shape }) => shape[axis] ?? 1)));
}

/** left · a + right · b for each number. */
export function combined(a: Affine, left: number, b: Affine, right: number): Affine {
  const shape = commonShape([a, b]);
  const [x, y] = [spreadTo(a, shape), spreadTo(b, shape)];
  const constant = x.constant.map((value, i) => left * value + right * y.constant[i]!);
  if (x.rows === null && y.rows === null) return constantValue(shape, constant);
  const builder = new RowBuilder();
  for (let i = 0; i < constant.length; i++) {
    builder.add(x.rows, i, left);
    builder.add(y.rows, i, right);
    builder.close();
  }
  return { shape, constant, rows: builder.finish() };
}

/** Each number times its own factor. */
export function scaled(value: Affine, factors: Affine): Affine {
  const shape = commonShape([value, factors]);
  const [x, factor] = [spreadTo(value, shape), spreadTo(factors, shape).constant];
  const constant = x.constant.map((each, i) => each * factor[i]!);
  if (x.rows === null) return constantValue(shape, constant);
  const { start, column, value: entries } = x.rows;
  const made = new Float64Array(entries.length);
  for (let i = 0; i < constant.length; i++) {
    for (let j = start[i]!; j < start[i + 1]!; j++) made[j] = entries[j]! * factor[i]!;
  }
  return { shape, constant, rows: { start, column, value: made } };
}

/** An elementwise function of constants; null of anything else. */
export function mapped(value: Affine, f: (x: number) => number): Affine | null {
  return value.rows === null ? constantValue(value.shape, value.constant.map(f)) : null;
}

/**
 * A matrix times a vector or matrix, one of the two constant; null where neither is.
 * @param a [rows, inner]
 * @param b [inner] or [inner, columns]
 */
export function product(a: Affine, b: Affine): Affine | null {
  if (a.rows !== null && b.rows !== null) return null;
  const [count, inner] = a.shape as [number, number];
  const columns = b.shape[1] ?? 1;
  const constant = new Float64Array(count * columns);
  const builder = a.rows === null && b.rows === null ? null : new RowBuilder();
  for (let r = 0; r < count; r++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        const [left, right] = [a.constant[r * inner + k]!, b.constant[k * columns + c]!];
        sum += left * right;
        builder?.add(a.rows, r * inner + k, right);
        builder?.add(b.rows, k * columns + c, left);
      }
      constant[r * columns + c] = sum;
      builder?.close();
    }
  }
  return { shape: b.shape.length === 1 ? [count] : [count, columns], constant, rows: builder?.finish() ?? null };
}

/** The sum of all numbers of a value. */
export function total(value: Affine): Affine {
  const builder = new RowBuilder();
  let sum = 0;
  for (let i = 0; i < value.constant.length; i++) {
    sum += value.constant[i]!;
    builder.add(value.rows, i);
  }
  builder.close();
  return { shape: [], constant: Float64Array.of(sum), rows: builder.finish() };
}

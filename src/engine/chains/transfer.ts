import { fastExp } from '../math/fastExp';
import { logRootTwoPi } from '../math/normalCdf';
import type { Kernel } from './scalarTree';

/** Terms that are smaller than the largest by more than this, as logarithms, do not count. */
const negligible = 34;

/** Panels that are left out of a sum: for each of its results, of the grid that is summed over. */
export interface LeftOut {
  readonly order: number;
  readonly panels: readonly ReadonlySet<number>[];
}

/**
 * log Σᵢ exp(aᵢ) p(yⱼ | row i) at every y: the prediction from weighted values of the parent.
 * @param logWeights one for each row, or, for a kernel of one row, one for each value of the parent
 */
export function predict(
  kernel: Kernel,
  logWeights: Float64Array,
  y: Float64Array,
  leftOut: LeftOut | null = null,
): Float64Array {
  if (kernel.rows === 1) {
    const total = logSum(logWeights);
    return kernel.logDensity(0, y).map((log) => log + total);
  }
  return kernel.isNormal ? predictNormal(kernel, logWeights, y) : predictAny(kernel, logWeights, y, leftOut);
}

/** The weights without those of some panels. */
function without(logs: Float64Array, leftOut: LeftOut | null, result: number): Float64Array {
  if (leftOut === null || leftOut.panels[result]!.size === 0) return logs;
  const { order, panels } = leftOut;
  const rest = logs.slice();
  for (const q of panels[result]!) rest.fill(Number.NEGATIVE_INFINITY, q * order, (q + 1) * order);
  return rest;
}

/**
 * log Σⱼ exp(bⱼ) p(yⱼ | row i) of every row: what the children's weighted values say of the parent.
 * @returns one for each row
 */
export function expect(
  kernel: Kernel,
  y: Float64Array,
  logWeights: Float64Array,
  leftOut: LeftOut | null = null,
): Float64Array {
  return kernel.isNormal ? expectNormal(kernel, y, logWeights) : expectAny(kernel, y, logWeights, leftOut);
}

function predictNormal({ location, scale, rows }: Kernel, logWeights: Float64Array, y: Float64Array): Float64Array {
  const { kept, offset, factor, count } = normalRows(location, scale, rows, logWeights);
  const exponents = new Float64Array(count);
  const result = new Float64Array(y.length);
  for (let j = 0; j < y.length; j++) {
    const at = y[j]!;
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const u = (at - kept[i]!) * factor[i]!;
      const e = offset[i]! - u * u;
      exponents[i] = e;
      if (e > top) top = e;
    }
    result[j] = sumBelow(exponents, count, top);
  }
  return result;
}

/** The rows that have weight, and their exponents' parts. */
function normalRows(location: Float64Array, scale: Float64Array, rows: number, logWeights: Float64Array) {
  const [kept, offset, factor] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const log = logWeights[i]!;
    if (log === Number.NEGATIVE_INFINITY) continue;
    kept[count] = location[i]!;
    offset[count] = log - Math.log(scale[i]!) - logRootTwoPi;
    factor[count++] = Math.SQRT1_2 / scale[i]!;
  }
  return { kept, offset, factor, count };
}

function expectNormal({ location, scale, rows }: Kernel, y: Float64Array, logWeights: Float64Array): Float64Array {
  const [places, weights] = [new Float64Array(y.length), new Float64Array(y.length)];
  let count = 0;
  for (let j = 0; j < y.length; j++) {
    if (logWeights[j] === Number.NEGATIVE_INFINITY) continue;
    places[count] = y[j]!;
    weights[count++] = logWeights[j]!;
  }
  const exponents = new Float64Array(count);
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const middle = location[i]!;
    const factor = Math.SQRT1_2 / scale[i]!;
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < count; j++) {
      const u = (places[j]! - middle) * factor;
      const e = weights[j]! - u * u;
      exponents[j] = e;
      if (e > top) top = e;
    }
    result[i] = sumBelow(exponents, count, top) - Math.log(scale[i]!) - logRootTwoPi;
  }
  return result;
}

/** Pairs whose densities are held at once. */
const held = 2 ** 20;

function predictAny(kernel: Kernel, logWeights: Float64Array, y: Float64Array, leftOut: LeftOut | null): Float64Array {
  const rows = Array.from(logWeights.keys()).filter((i) => logWeights[i]! > Number.NEGATIVE_INFINITY);
  const result = new Float64Array(y.length);
  const chunk = Math.max(1, Math.floor(held / Math.max(1, rows.length)));
  const exponents = new Float64Array(rows.length);
  for (let first = 0; first < y.length; first += chunk) {
    const some = y.subarray(first, first + chunk);
    const logs = rows.map((i) => kernel.logDensity(i, some));
    for (let j = 0; j < some.length; j++) {
      const own = without(logWeights, leftOut, first + j);
      let top = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < rows.length; i++) {
        const e = own[rows[i]!]! + logs[i]![j]!;
        exponents[i] = e;
        if (e > top) top = e;
      }
      result[first + j] = sumBelow(exponents, rows.length, top);
    }
  }
  return result;
}

function expectAny(kernel: Kernel, y: Float64Array, logWeights: Float64Array, leftOut: LeftOut | null): Float64Array {
  const exponents = new Float64Array(y.length);
  return Float64Array.from({ length: kernel.rows }, (_, i) => {
    const logs = kernel.logDensity(i, y);
    const own = without(logWeights, leftOut, i);
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < y.length; j++) {
      const e = own[j]! + logs[j]!;
      exponents[j] = e;
      if (e > top) top = e;
    }
    return sumBelow(exponents, y.length, top);
  });
}

/** log Σ exp of the first exponents, of which the largest is known. */
function sumBelow(exponents: Float64Array, count: number, top: number): number {
  if (!Number.isFinite(top)) return top;
  let sum = 0;
  const least = top - negligible;
  for (let i = 0; i < count; i++) {
    const e = exponents[i]!;
    if (e > least) sum += fastExp(e - top);
  }
  return top + Math.log(sum);
}

/** log Σ exp, without the terms that do not count. */
export function logSum(logs: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) if (logs[i]! > top) top = logs[i]!;
  return sumBelow(logs, logs.length, top);
}

import type { Accumulator, Segment } from '../math/accumulator';
import { type PlaneNodes, type PlaneTerms, putPlaneTerms } from './planeTerms';
import type { Kernels } from './wasmKernels';

/**
 * Adds weight · density of every node on a grid to the sums of its segment, for pairs of independent Normals.
 * @param x the values of the first axis, which changes fastest
 * @returns false, with nothing added, where the grid is so far from the nodes that the sums would underflow, or a weight is infinite
 */
export function addNormalPlane(
  fused: Kernels,
  x: Float64Array,
  y: Float64Array,
  nodes: PlaneNodes,
  segments: readonly Segment[],
  totals: Accumulator,
): boolean {
  const [columns, rows] = [multipleOf4(x.length), multipleOf4(y.length)];
  const centre = [x[x.length >> 1]!, y[y.length >> 1]!] as const;
  const [shiftedX, shiftedY] = [x.map((each) => each - centre[0]), y.map((each) => each - centre[1])];
  const results: { total: number; base: number; sums: Float32Array }[] = [];
  for (const { start, end, total } of segments) {
    fused.reset();
    const terms = putPlaneTerms(fused, nodes, start, end, centre);
    if (terms.base === Number.NEGATIVE_INFINITY) continue;
    if (!Number.isFinite(terms.base)) return false;
    const [across, up] = [fused.put(shiftedX, columns, shiftedX.at(-1)), fused.put(shiftedY, rows, shiftedY.at(-1))];
    const sums = planeSumsOf(fused, across, columns, up, rows, terms);
    if (largestOf(sums) < underflowing) return false;
    results.push({ total, base: terms.base - lift, sums: sums.slice() });
  }
  for (const { total, base, sums } of results) {
    const top = base * Math.LN2;
    for (let row = 0, p = 0; row < y.length; row++) {
      for (let column = 0; column < x.length; column++, p++) {
        const sum = sums[row * columns + column]!;
        if (sum > 0) totals.add(total, p, top, sum);
      }
    }
  }
  return true;
}

/** The sums at all points of the grid, rows × columns, relative to 2^(base − lift). */
function planeSumsOf(
  fused: Kernels,
  x: number,
  columns: number,
  y: number,
  rows: number,
  terms: PlaneTerms,
): Float32Array {
  const scratch = fused.room(4 * nodesAtOnce * (columns + rows));
  const out = fused.room(4 * columns * rows);
  fused.floats(out, columns * rows).fill(0);
  const { meanX, scaleX, meanY, scaleY, offset, count } = terms;
  fused.run.planeSums(x, columns, y, rows, meanX, scaleX, meanY, scaleY, offset, count, scratch, out);
  return fused.floats(out, columns * rows);
}

/** As the kernel has it. */
const nodesAtOnce = 32;
/** Bits by which the kernel makes its sums larger, so that they use the whole range of single precision. */
export const lift = 110;
/** A segment whose largest sum is below this is not seen well enough. */
const underflowing = 2 ** (lift - 60);

export function multipleOf4(count: number): number {
  return (count + 3) & ~3;
}

function largestOf(values: Float32Array): number {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}

import { type Law, lawAt, logMassesAt, nodesOf } from '../evaluate/laws/law';
import { coordinateLaw, type Pair } from '../evaluate/laws/marginalLaw';
import type { Accumulator, Segment } from '../math/accumulator';
import type { Grid } from '../plan/target';
import { addNormalPlane } from '../tensor/addNormalPlane';
import { bulk, type Matrix } from '../tensor/bulk';
import type { PlaneNodes } from '../tensor/planeTerms';
import { kernels } from '../tensor/wasmKernels';

/**
 * The sums over nodes of p(x|node) p(y|node) on a grid, for a pair that is factorised. As both factors depend on one coordinate only, the sum is one product of
 * matrices, [y, nodes] by [nodes, x], instead of a term for every point of the grid and every node. The factors are taken in double precision,
 * their products in single precision: a heat map shows no more.
 * @param pair which two coordinates of a draw, from 0
 */
export function planeSums(
  law: Law,
  grid: Grid,
  logWeights: Float64Array,
  segments: readonly Segment[],
  totals: Accumulator,
  [first, second]: Pair = [0, 1],
): void {
  const [x, y] = [coordinateLaw(law, first), coordinateLaw(law, second)];
  const normal = normalPair(x, y, logWeights);
  const fused = normal === null ? null : kernels();
  if (normal !== null && fused !== null && addNormalPlane(fused, grid.x, grid.y, normal, segments, totals)) return;
  const product = bulk()?.productWithTransposed ?? productWithTransposed;
  const [across, up] = [factor(x, grid.x, logWeights.length), factor(y, grid.y, logWeights.length)];
  for (const { start, end, total } of segments) {
    let top = Number.NEGATIVE_INFINITY;
    for (let n = start; n < end; n++) top = Math.max(top, logWeights[n]! + across.top[n]! + up.top[n]!);
    if (top === Number.NEGATIVE_INFINITY) continue;
    // The largest term of the segment is 1: what underflows beside it cannot be seen in a heat map.
    const shares = Float64Array.from({ length: end - start }, (_, i) => {
      const n = start + i;
      return logWeights[n]! + up.top[n]! + across.top[n]! - top;
    });
    const none = new Float64Array(end - start);
    const sums = product(exponentials(up, start, end, shares), exponentials(across, start, end, none));
    for (let p = 0; p < sums.length; p++) if (sums[p]! > 0) totals.add(total, p, top, sums[p]!);
  }
}

/** The nodes' parameters of a pair of Normals; null where the law is another. */
function normalPair(x: Law, y: Law, logWeights: Float64Array): PlaneNodes | null {
  if (x.kind !== 'family' || y.kind !== 'family' || x.name !== 'Normal' || y.name !== 'Normal') return null;
  const [meanX, sdX] = x.parameters.map(({ data }) => data) as [Float64Array, Float64Array];
  const [meanY, sdY] = y.parameters.map(({ data }) => data) as [Float64Array, Float64Array];
  return { meanX, sdX, meanY, sdY, logWeights };
}

/** log p of one coordinate at every value and node, less its maximum over the values at each node. */
interface Factor {
  readonly values: number;
  readonly nodes: number;
  readonly relative: Float64Array;
  readonly top: Float64Array;
}

function factor(law: Law, values: Float64Array, nodes: number): Factor {
  const own = nodesOf(law);
  const top = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const relative = new Float64Array(values.length * nodes).fill(Number.NEGATIVE_INFINITY);
  for (let n = 0; n < own; n++) {
    const logs = logMassesAt(lawAt(law, n), n, values).map((log) => Math.min(log, largest));
    const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (most === Number.NEGATIVE_INFINITY) continue;
    const last = own === 1 ? nodes : n + 1;
    for (let m = n; m < last; m++) {
      top[m] = most;
      for (let i = 0; i < values.length; i++) relative[i * nodes + m] = logs[i]! - most;
    }
  }
  return { values: values.length, nodes, relative, top };
}

/** A density that is infinite at a point of the grid counts as this. */
const largest = 60;

/** exp of a factor at some nodes, times exp(shares): [values, nodes]. */
function exponentials({ values, nodes, relative }: Factor, start: number, end: number, shares: Float64Array): Matrix {
  const columns = end - start;
  const data = new Float32Array(values * columns);
  for (let i = 0, at = 0; i < values; i++) {
    for (let n = start; n < end; n++, at++) {
      const value = Math.exp(relative[i * nodes + n]! + shares[n - start]!);
      // Invalid parameters say nothing.
      if (value > 0) data[at] = value;
    }
  }
  return { rows: values, columns, data };
}

/** The same product without TensorFlow.js. */
function productWithTransposed(a: Matrix, b: Matrix): Float64Array {
  const result = new Float64Array(a.rows * b.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.rows; j++) {
      let sum = 0;
      for (let k = 0; k < a.columns; k++) sum += a.data[i * a.columns + k]! * b.data[j * b.columns + k]!;
      result[i * b.rows + j] = sum;
    }
  }
  return result;
}

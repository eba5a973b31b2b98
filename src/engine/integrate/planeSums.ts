import { exp, matMul, slice, sub, type Tensor, tensor, transpose } from '@tensorflow/tfjs-core';
import type { Law } from '../evaluate/laws/law';
import { coordinateLaw } from '../evaluate/laws/lawCoordinate';
import { logProb } from '../evaluate/laws/lawLogProb';
import type { Pair } from '../evaluate/laws/lawPair';
import type { Accumulator, Segment } from '../math/accumulator';
import type { Grid } from '../plan/target';
import { addNormalPlane } from '../tensor/addNormalPlane';
import type { PlaneNodes } from '../tensor/normalTerms';
import { kernels } from '../tensor/wasmKernels';

/**
 * The sums over nodes of p(x|node) p(y|node) on a grid, for a pair that is factorised. As both factors depend on one coordinate only, the sum is one product of
 * matrices, [y, nodes] by [nodes, x], instead of a term for every point of the grid and every node.
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
  const nodes = logWeights.length;
  const normal = normalPair(law, first, second, logWeights);
  const fused = normal === null ? null : kernels();
  if (normal !== null && fused !== null && addNormalPlane(fused, grid.x, grid.y, normal, segments, totals)) return;
  const [across, up] = [factor(law, first, grid.x, nodes), factor(law, second, grid.y, nodes)];
  const [columns, rows] = [grid.x.length, grid.y.length];
  for (const { start, end, total } of segments) {
    let top = Number.NEGATIVE_INFINITY;
    for (let n = start; n < end; n++) top = Math.max(top, logWeights[n]! + across.top[n]! + up.top[n]!);
    if (top === Number.NEGATIVE_INFINITY) continue;
    // The largest term of the segment is 1: what underflows beside it cannot be seen in a heat map.
    const shift = Float32Array.from({ length: end - start }, (_, i) => {
      const n = start + i;
      return top - logWeights[n]! - up.top[n]! - across.top[n]!;
    });
    const cut = (value: Tensor, count: number) => slice(value, [0, start], [count, end - start]);
    const left = exp(sub(cut(up.relative, rows), tensor(shift, [1, end - start])));
    const sums = matMul(left, transpose(exp(cut(across.relative, columns)))).dataSync();
    for (let p = 0; p < sums.length; p++) if (sums[p]! > 0) totals.add(total, p, top, sums[p]!);
  }
}

/** The nodes' parameters of a pair of Normals; null where the law is another. */
function normalPair(law: Law, first: number, second: number, logWeights: Float64Array): PlaneNodes | null {
  if (law.kind !== 'univariate' || law.name !== 'Normal') return null;
  if (law.parameters.some((parameter) => parameter.shape[0] !== 1)) return null;
  const [x, y] = [coordinateLaw(law, first), coordinateLaw(law, second)];
  if (x.kind !== 'univariate' || y.kind !== 'univariate') return null;
  const [meanX, sdX] = x.parameters.map((parameter) => parameter.dataSync()) as [Float32Array, Float32Array];
  const [meanY, sdY] = y.parameters.map((parameter) => parameter.dataSync()) as [Float32Array, Float32Array];
  return { meanX, sdX, meanY, sdY, logWeights };
}

/** log p of one coordinate, [values, nodes], less its maximum over the values at each node. */
function factor(law: Law, coordinate: number, values: Float64Array, nodes: number) {
  const x = tensor(Float32Array.from(values), [values.length, 1]);
  const log = logProb(coordinateLaw(law, coordinate), x);
  const data = log.dataSync();
  const wide = log.shape[1] !== 1 || nodes === 1;
  const top = new Float32Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const relative = new Float32Array(values.length * nodes);
  for (let i = 0; i < values.length; i++) {
    for (let n = 0; n < nodes; n++) {
      const value = Math.min(data[wide ? i * nodes + n : i]!, largest);
      relative[i * nodes + n] = value;
      if (value > top[n]!) top[n] = value;
    }
  }
  for (let i = 0; i < values.length; i++) {
    for (let n = 0; n < nodes; n++) {
      const at = i * nodes + n;
      relative[at] = top[n] === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : relative[at]! - top[n]!;
    }
  }
  return { relative: tensor(relative, [values.length, nodes]), top };
}

/** A density that is infinite at a point of the grid counts as this. */
const largest = 60;

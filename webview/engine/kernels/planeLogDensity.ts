import { add, concat, expandDims, reshape, slice, type Tensor, type TensorInfo, tidy } from '@tensorflow/tfjs-core';
import { normal } from '../distributions/normal';
import { logRootTwoPi } from '../math/normalCdf';
import { lift, multipleOf4, planeSumsOf } from './addNormalPlane';
import { resultOf, valuesOf } from './backendValues';
import type { Kernels } from './kernels';
import { logSumExp } from './logSumExp';
import { type PlaneNodes, putNormalTerms, putPlaneTerms } from './normalTerms';
import { canFuse, checkOperand, registerFused, runFused } from './register';

/** Weighted pairs of independent Normals. */
export interface PlaneMixture {
  /** [nodes, 2] */
  readonly mean: Tensor;
  /** [nodes, 2] */
  readonly sd: Tensor;
  /** [nodes] */
  readonly logWeight: Tensor;
}

const name = 'PlaneLogDensity';

/**
 * log Σₙ exp(logWeight[n]) Normal(x | mean[n, 0], sd[n, 0]) Normal(y | mean[n, 1], sd[n, 1]) on a grid. The exponentials are taken along
 * the axes and multiplied as matrices; rows of the grid where this underflows are summed point by point, if that is wanted.
 * @param x [columns]
 * @param y [rows]
 * @param depth how far below the largest on the grid log densities must be right; farther below they may be −Infinity
 * @returns [rows, columns]; NaN everywhere where a node is undefined
 * @throws Error where an operand is not float32 or has another shape
 */
export function planeLogDensity(
  x: Tensor,
  y: Tensor,
  { mean, sd, logWeight }: PlaneMixture,
  depth = Number.POSITIVE_INFINITY,
): Tensor {
  checkOperand(name, 'x', x, [null]);
  checkOperand(name, 'y', y, [null]);
  checkOperand(name, 'mean', mean, [null, 2]);
  const nodes = mean.shape[0]!;
  if (nodes === 0) throw new Error(`${name}: there must be at least one node.`);
  checkOperand(name, 'sd', sd, [nodes, 2]);
  checkOperand(name, 'logWeight', logWeight, [nodes]);
  if (!canFuse(name)) return composedPlaneLogDensity(x, y, { mean, sd, logWeight });
  return runFused<Tensor>(name, { x, y, mean, sd, logWeight }, { depth });
}

/** The same by operations of TensorFlow.js, a term for every point and node, one row of the grid after the other. */
export function composedPlaneLogDensity(x: Tensor, y: Tensor, { mean, sd, logWeight }: PlaneMixture): Tensor {
  return tidy(() => {
    const nodes = mean.shape[0]!;
    const column = (value: Tensor, j: number) => reshape(slice(value, [0, j], [nodes, 1]), [nodes]);
    const across = normal.logProb(expandDims(x, 1), [column(mean, 0), column(sd, 0)]);
    const up = add(normal.logProb(expandDims(y, 1), [column(mean, 1), column(sd, 1)]), logWeight);
    const rows = Array.from({ length: y.shape[0]! }, (_, row) =>
      expandDims(logSumExp(add(across, slice(up, [row, 0], [1, nodes]))), 0),
    );
    return concat(rows, 0);
  });
}

registerFused(name, (fused, backend, inputs, attributes) => {
  const { x, y, mean, sd, logWeight } = inputs as Record<'x' | 'y' | 'mean' | 'sd' | 'logWeight', TensorInfo>;
  const count = mean.shape[0]!;
  const [means, sds] = [valuesOf(backend, mean), valuesOf(backend, sd)];
  const half = (values: ArrayLike<number>, j: number) =>
    Float32Array.from({ length: count }, (_, n) => values[2 * n + j]!);
  const nodes: PlaneNodes = {
    meanX: half(means, 0),
    sdX: half(sds, 0),
    meanY: half(means, 1),
    sdY: half(sds, 1),
    logWeights: Float64Array.from(valuesOf(backend, logWeight)),
  };
  const xs = Float32Array.from(valuesOf(backend, x));
  const ys = Float32Array.from(valuesOf(backend, y));
  return resultOf(backend, [ys.length, xs.length], 'float32', (result) => {
    if (isUndefined(nodes)) result.fill(Number.NaN);
    else fill(fused, xs, ys, nodes, attributes.depth as number, result);
  });
});

function fill(
  fused: Kernels,
  xs: Float32Array,
  ys: Float32Array,
  nodes: PlaneNodes,
  depth: number,
  result: { [p: number]: number; fill(value: number): unknown },
): void {
  const count = nodes.logWeights.length;
  const [columns, rows] = [multipleOf4(xs.length), multipleOf4(ys.length)];
  fused.reset();
  const terms = putPlaneTerms(fused, nodes, 0, count);
  if (!Number.isFinite(terms.base)) {
    result.fill(terms.base);
    return;
  }
  const [x, y] = [fused.put(xs, columns), fused.put(ys, rows)];
  const sums = planeSumsOf(fused, x, columns, y, rows, terms);
  const low = new Set<number>();
  let largest = 0;
  for (let row = 0; row < ys.length; row++) {
    for (let column = 0; column < xs.length; column++) {
      const sum = sums[row * columns + column]!;
      if (!(sum >= underflowing)) low.add(row);
      else if (sum > largest) largest = sum;
      result[row * xs.length + column] = (Math.log2(sum) + terms.base - lift) * Math.LN2;
    }
  }
  if (largest * Math.exp(-depth) >= underflowing) return;
  for (const row of low) fillRow(fused, xs, ys[row]!, nodes, result, row * xs.length);
}

/** One row of the grid as a mixture along x, with the weights that the nodes have at this y. */
function fillRow(
  fused: Kernels,
  xs: Float32Array,
  y: number,
  { meanX, sdX, meanY, sdY, logWeights }: PlaneNodes,
  result: { [p: number]: number },
  start: number,
): void {
  const here = Float64Array.from(logWeights, (log, n) => {
    const z = (y - meanY[n]!) / sdY[n]!;
    return log - 0.5 * z * z - Math.log(sdY[n]!) - logRootTwoPi;
  });
  fused.reset();
  const padded = (xs.length + 7) & ~7;
  const terms = putNormalTerms(fused, { mean: meanX, sd: sdX, logWeights: here }, 0, here.length);
  const at = fused.put(xs, padded);
  const [maxima, sums] = [fused.room(4 * padded), fused.room(4 * padded)];
  fused.run.normalSums(at, padded, terms.mean, terms.scale, terms.offset, terms.count, maxima, sums);
  fused.run.logOfSums(at, padded, maxima, sums, 0, sums);
  const logs = fused.floats(sums, xs.length);
  for (let column = 0; column < xs.length; column++) result[start + column] = logs[column]! + terms.base * Math.LN2;
}

/** A sum below this may lack terms that have underflowed. */
const underflowing = 2 ** (lift - 80);

function isUndefined({ meanX, sdX, meanY, sdY, logWeights }: PlaneNodes): boolean {
  for (let n = 0; n < logWeights.length; n++) {
    if (!(sdX[n]! > 0) || !(sdY[n]! > 0)) return true;
    if (Number.isNaN(meanX[n]! + meanY[n]! + logWeights[n]!)) return true;
  }
  return false;
}

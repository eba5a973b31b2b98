import { logRootTwoPi } from '../math/normalCdf';
import type { Kernels } from './wasmKernels';

/** Pairs of independent Normals in the form that `planeSums` takes. */
export interface PlaneTerms {
  readonly meanX: number;
  readonly scaleX: number;
  readonly meanY: number;
  readonly scaleY: number;
  readonly offset: number;
  readonly count: number;
  /** What has been taken off all offsets, in bits; −Infinity where no component has weight, Infinity where one is infinite. */
  readonly base: number;
}

/** Weighted pairs of independent Normals: arrays with a number for each node; means and standard deviations may have one for all. */
export interface PlaneNodes {
  readonly meanX: ArrayLike<number>;
  readonly sdX: ArrayLike<number>;
  readonly meanY: ArrayLike<number>;
  readonly sdY: ArrayLike<number>;
  readonly logWeights: ArrayLike<number>;
}

/**
 * Writes the nodes from `start` to `end` into the kernels' memory, in powers of two: log₂ of weight · density at (x, y) is base + offset −
 * ((x − meanX) · scaleX)² − ((y − meanY) · scaleY)². Nodes of weight 0, and those with invalid parameters, get a term that counts as nothing.
 * @param centre taken off the means, as off the points, before both are rounded to single precision
 */
export function putPlaneTerms(
  into: Kernels,
  nodes: PlaneNodes,
  start: number,
  end: number,
  centre: readonly [x: number, y: number],
): PlaneTerms {
  const x = putAxis(into, nodes.meanX, nodes.sdX, start, end, centre[0]);
  const y = putAxis(into, nodes.meanY, nodes.sdY, start, end, centre[1]);
  const { offset, base } = putOffsets(into, nodes.logWeights, start, end, (i) => x.logs[i]! + y.logs[i]!);
  return { meanX: x.mean, scaleX: x.scale, meanY: y.mean, scaleY: y.scale, offset, count: end - start, base };
}

const perBit = Math.LN2;
const rootOfHalfBits = Math.sqrt(0.5 / perBit);
/** The inverse of a smaller standard deviation than this one's would not be finite in single precision. */
const largest = 3.4e38;

/** Means and scales, and log(sd √(2π)) of each node. */
function putAxis(
  into: Kernels,
  mean: ArrayLike<number>,
  sd: ArrayLike<number>,
  start: number,
  end: number,
  centre: number,
) {
  const count = end - start;
  const at = { mean: into.room(4 * count), scale: into.room(4 * count) };
  const [means, scales] = [into.floats(at.mean, count), into.floats(at.scale, count)];
  const [meanStep, sdStep] = [mean.length === 1 ? 0 : 1, sd.length === 1 ? 0 : 1];
  const logs = new Float64Array(count);
  let [known, log] = [Number.NaN, Number.NaN];
  for (let i = 0; i < count; i++) {
    const k = start + i;
    const width = sd[k * sdStep]!;
    if (width !== known) {
      known = width;
      log = width > 0 ? Math.log(width) + logRootTwoPi : Number.NaN;
    }
    means[i] = mean[k * meanStep]! - centre;
    scales[i] = Math.min(rootOfHalfBits / width, largest);
    logs[i] = log;
  }
  return { ...at, logs };
}

function putOffsets(
  into: Kernels,
  logWeights: ArrayLike<number>,
  start: number,
  end: number,
  logOf: (i: number) => number,
): { offset: number; base: number } {
  const count = end - start;
  const bits = new Float64Array(count);
  let base = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const offset = (logWeights[start + i]! - logOf(i)) / perBit;
    bits[i] = offset;
    if (offset > base) base = offset;
  }
  const offset = into.room(4 * count);
  const offsets = into.floats(offset, count);
  const taken = Number.isFinite(base) ? base : 0;
  for (let i = 0; i < count; i++) offsets[i] = bits[i]! - taken;
  return { offset, base };
}

import { logRootTwoPi } from '../math/normalCdf';
import type { Kernels } from './kernels';

/** Normal components in the form that `normalSums` takes: places in the kernels' memory. */
export interface NormalTerms {
  readonly mean: number;
  readonly scale: number;
  readonly offset: number;
  readonly count: number;
  /** What has been taken off all offsets, in bits; −Infinity where no component has weight, Infinity where one is infinite. */
  readonly base: number;
}

const perBit = Math.LN2;
const rootOfHalfBits = Math.sqrt(0.5 / perBit);
const largest = 3.4e38;

/**
 * Writes weighted Normal components into the kernels' memory, in powers of two: log₂ of weight · density at x is
 * base + offset − ((x − mean) · scale)². Components of weight 0, and those with invalid parameters, get a term that counts as nothing.
 * @param mean of component k at index k, or one for all; as `sd`
 * @param logWeight of component k at index k
 */
export function putNormalTerms(
  into: Kernels,
  mean: ArrayLike<number>,
  sd: ArrayLike<number>,
  logWeight: ArrayLike<number>,
  start: number,
  end: number,
): NormalTerms {
  const count = end - start;
  const at = { mean: into.room(4 * count), scale: into.room(4 * count), offset: into.room(4 * count) };
  const means = into.floats(at.mean, count);
  const scales = into.floats(at.scale, count);
  const offsets = into.floats(at.offset, count);
  const [meanStep, sdStep] = [mean.length === 1 ? 0 : 1, sd.length === 1 ? 0 : 1];
  const bits = new Float64Array(count);
  let base = Number.NEGATIVE_INFINITY;
  let [known, log] = [Number.NaN, Number.NaN];
  for (let i = 0; i < count; i++) {
    const k = start + i;
    const width = sd[k * sdStep]!;
    if (width !== known) {
      known = width;
      log = width > 0 ? Math.log(width) + logRootTwoPi : Number.NaN;
    }
    means[i] = mean[k * meanStep]!;
    scales[i] = Math.min(rootOfHalfBits / width, largest);
    const offset = (logWeight[k]! - log) / perBit;
    bits[i] = offset;
    if (offset > base) base = offset;
  }
  const taken = Number.isFinite(base) ? base : 0;
  for (let i = 0; i < count; i++) offsets[i] = bits[i]! - taken;
  return { ...at, count, base };
}

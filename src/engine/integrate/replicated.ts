import { replicates } from './quasiMonteCarlo';

/** A logarithm of a mean over replicates, with its standard error. */
export interface LogMean {
  readonly log: number;
  /** Of `log`, from the spread between the replicates; Infinity where they say next to nothing. */
  readonly error: number;
}

/** The 97.5 % quantile of Student's t with 15 degrees of freedom, and of the normal. */
const [tQuantile, zQuantile] = [2.1314495455597742, 1.9599639845400545];

/**
 * log of the mean of 16 independent estimates. The error is that of the 95 % interval on the logarithm's wider side, over 1.96: where
 * the interval of the mean comes near to 0, the logarithm may be anything.
 * @param logs of the estimates; −Infinity for 0
 */
export function logMean(logs: ArrayLike<number>): LogMean {
  let top = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < replicates; r++) top = Math.max(top, logs[r]!);
  if (!Number.isFinite(top)) return { log: top, error: Number.POSITIVE_INFINITY };
  // Relative to the largest, so that what is too small for a number keeps its logarithm.
  let [sum, squares] = [0, 0];
  for (let r = 0; r < replicates; r++) {
    const share = Math.exp(logs[r]! - top);
    sum += share;
    squares += share * share;
  }
  const mean = sum / replicates;
  const variance = Math.max(0, squares - replicates * mean * mean) / (replicates - 1);
  const half = (tQuantile * Math.sqrt(variance / replicates)) / mean;
  return {
    log: top + Math.log(mean),
    error: half < widest ? -Math.log1p(-half) / zQuantile : Number.POSITIVE_INFINITY,
  };
}

/** Half of the widest interval of a mean, over the mean, of which the logarithm says anything. */
const widest = 0.9;

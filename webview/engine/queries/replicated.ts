import { replicates } from '../quasiMonteCarlo';

/** A logarithm of a mean over replicates, with its standard error. */
export interface LogMean {
  readonly log: number;
  /** Of `log`, from the spread between the replicates. */
  readonly error: number;
}

/**
 * log of the mean of 16 independent estimates.
 * @param logs of the estimates; −Infinity for 0
 */
export function logMean(logs: ArrayLike<number>): LogMean {
  let top = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < replicates; r++) top = Math.max(top, logs[r]!);
  if (!Number.isFinite(top)) return { log: top, error: 0 };
  // Relative to the largest, so that what is too small for a number keeps its logarithm.
  let [sum, squares] = [0, 0];
  for (let r = 0; r < replicates; r++) {
    const share = Math.exp(logs[r]! - top);
    sum += share;
    squares += share * share;
  }
  const mean = sum / replicates;
  const variance = Math.max(0, squares - replicates * mean * mean) / (replicates - 1);
  return { log: top + Math.log(mean), error: Math.sqrt(variance / replicates) / mean };
}

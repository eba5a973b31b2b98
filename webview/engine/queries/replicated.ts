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

/** A mean with its standard error. */
export interface SampledMean {
  readonly mean: number;
  readonly error: number;
}

/** The mean of values that stand replicate by replicate, and its standard error from the spread between the 16 replicates. */
export function sampledMean(values: Float64Array): SampledMean {
  const own = values.length / replicates;
  const means = Array.from({ length: replicates }, (_, r) => {
    let sum = 0;
    for (let i = r * own; i < (r + 1) * own; i++) sum += values[i]!;
    return sum / own;
  });
  const mean = means.reduce((a, b) => a + b, 0) / replicates;
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (replicates - 1);
  return { mean, error: Math.sqrt(variance / replicates) };
}

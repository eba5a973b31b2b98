import { replicates } from '../quasiMonteCarlo';

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

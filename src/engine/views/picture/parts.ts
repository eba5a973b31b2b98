import type { UnivariateFamily } from '../../families/family';

/** The conditional of a scalar in one joint state of the discrete variables. */
export interface Part {
  /** The index of the joint state. */
  readonly state: number;
  readonly weight: number;
  readonly family: UnivariateFamily;
  readonly parameters: readonly number[];
}

/** Probabilities on the two sides of a range. */
export interface Outside {
  readonly below: number;
  readonly above: number;
}

/** Σ weight × F(x) of some parts, in double precision. */
export function cumulativeAt(parts: readonly Part[], x: number): number {
  let sum = 0;
  for (const { weight, family, parameters } of parts) sum += weight * family.cdf(x, parameters);
  return sum;
}

/** What lies on the two sides of [low, high], by the distribution functions of the parts. */
export function outsideOf(parts: readonly Part[], low: number, high: number): Outside {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const unit = (share: number) => Math.min(1, Math.max(0, share));
  return { below: unit(cumulativeAt(parts, low) / total), above: unit(1 - cumulativeAt(parts, high) / total) };
}

/** What samples say of the two sides, brought to a known sum. */
export function outsideOfSamples(samples: Float64Array, low: number, high: number, sum: number): Outside {
  let [below, above] = [0, 0];
  for (const value of samples) {
    if (value < low) below++;
    else if (value > high) above++;
  }
  const share = below + above === 0 ? 0.5 : below / (below + above);
  return { below: share * sum, above: (1 - share) * sum };
}

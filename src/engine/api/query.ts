import type { Numbers } from '../evaluate/numbers';
import type { Graph } from '../plan/graph';
import type { Base } from '../sampling/base';
import type { Method } from './preview';

/** A model with its numbers, ready to be asked. */
export interface Inquiry {
  readonly given: Numbers;
  readonly graph: Graph;
  readonly base: Base;
  /** Draws of a quasi-Monte Carlo mean before it is refined. */
  readonly draws: number;
  readonly seed: number;
}

/**
 * What was seen, by the key of the element (`x`, `x[3]`): as many numbers as a draw of it has. Categories are their codes from 1,
 * booleans 1 and 0.
 */
export type Evidence = ReadonlyMap<string, Float64Array>;

/** The joint density of some elements at some values. */
export interface Density {
  readonly kind: 'density';
  readonly final: boolean;
  readonly method: Method;
  /** log p at every value, natural logarithm; −Infinity outside of the support. */
  readonly logDensity: Float64Array;
  /** Standard error of each logarithm; null where there is no sampling error. */
  readonly standardError: Float64Array | null;
}

interface PosteriorBase {
  readonly final: boolean;
  readonly method: Method;
  /** log p(evidence); 0 where there is none, −Infinity where the evidence is impossible. */
  readonly logEvidence: number;
  /** Of `logEvidence`; null where there is no sampling error. */
  readonly logEvidenceError: number | null;
  /** (Σ w)² / Σ w² of the weighted draws; null where nothing was drawn. */
  readonly effectiveSampleSize: number | null;
}

/** p(z | evidence) of a discrete variable. */
export interface DiscretePosterior extends PosteriorBase {
  readonly kind: 'discrete';
  /** The states, each as many numbers as a draw has. */
  readonly values: Float64Array;
  readonly labels: readonly string[];
  readonly probabilities: Float64Array;
  /** Index of the most probable state; the first where several are. */
  readonly mostProbable: number;
}

/** p(z | evidence) of a continuous variable by its moments and quantiles; NaN where the evidence is impossible. */
export interface ContinuousPosterior extends PosteriorBase {
  readonly kind: 'continuous';
  /** Numbers in a draw. */
  readonly size: number;
  readonly mean: Float64Array;
  /** size × size, row-major. */
  readonly covariance: Float64Array;
  /** `quantiles[j][i]`: the quantile of coordinate j at `quantileLevels[i]`. */
  readonly quantiles: readonly Float64Array[];
}

export const quantileLevels = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975] as const;

export type Posterior = DiscretePosterior | ContinuousPosterior;

/** Mean, spread and quantiles of a variable; of a discrete one those of its numbers (categories are their codes). */
export interface Expectation {
  readonly kind: 'expectation';
  readonly final: boolean;
  readonly method: Method;
  /** Numbers in a draw. */
  readonly size: number;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  /** size × size, row-major. */
  readonly covariance: Float64Array;
  /** `quantiles[j][i]`: the quantile of coordinate j at `quantileLevels[i]`. */
  readonly quantiles: readonly Float64Array[];
  /** (Σ w)² / Σ w² of the weighted draws; null where nothing was drawn. */
  readonly effectiveSampleSize: number | null;
}

/** Step by step: null wherever a query may be interrupted, better and better answers, the last of them final. */
export type Answers<T> = Generator<T | null, void>;

import type { Work } from './queryMethod';

/** What is known of one element, as the part of a query that it belongs to has it. */
export interface Belief {
  readonly distribution: StateBelief | SpreadBelief;
  /** log of the part's share of the evidence. */
  readonly log: number;
  /** Standard error of `log`; null where there is no sampling error. */
  readonly logError: number | null;
  /** null where nothing was drawn. */
  readonly effectiveSampleSize: number | null;
  readonly work: Work;
  readonly settled: boolean;
}

/** The probabilities of a discrete element's values. */
export interface StateBelief {
  readonly kind: 'states';
  /** count × size of a draw. */
  readonly values: Float64Array;
  /** They sum to 1; all 0 where the evidence is impossible. */
  readonly probabilities: Float64Array;
}

/** Moments and quantiles of a continuous element. */
export interface SpreadBelief {
  readonly kind: 'spread';
  readonly mean: Float64Array;
  /** size × size, row-major. */
  readonly covariance: Float64Array;
  /** For each coordinate its quantiles at `quantileLevels`. */
  readonly quantiles: readonly Float64Array[];
  /** How far their probabilities may be off, beside what the nodes' weights are; none where that is nothing. */
  readonly quantileError?: number;
  /** The density of one coordinate by itself, natural logarithms. */
  logDensity(coordinate: number, x: Float64Array): CoordinateDensity;
}

export interface CoordinateDensity {
  readonly logs: Float64Array;
  /** Standard error of each logarithm; null where there is none, or where it is not known. */
  readonly errors: Float64Array | null;
  /** Whether it was smoothed: weighted values stand for a density that is not known by itself. */
  readonly smoothed: boolean;
}

export type BeliefSteps = Generator<Belief | null, void>;

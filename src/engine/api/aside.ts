import type { Choice, Method, NoPosterior, Span } from './vocabulary';

/**
 * What a view of the panel wants to know beside the pictures of the observed and of the latent variable. Each kind has a file of its
 * own here, and its answer is computed after the pictures, from answer to answer.
 */
export type Aside = ConditionalAside | RowsAside | FanAside | CornerAside | DistributionAside;

/** p(x | z): the observed picture, were the latent variable known to have these values. */
export interface ConditionalAside {
  readonly kind: 'conditional';
  readonly latent: Pick<Choice, 'variable' | 'index'>;
  /** As many numbers as a draw of the latent variable has; null for one that stays where the prior has its median. */
  readonly values: readonly (number | null)[];
}

/** Ancestral samples of all variables, row by row; the same rows as those of a query with the same seed. */
export interface RowsAside {
  readonly kind: 'rows';
  /** Rows; fewer are drawn where a row is very long. */
  readonly count: number;
  /** Whether to say of each row what distribution the variable of the observed picture was drawn from in it. */
  readonly laws?: boolean;
}

/** The distribution of every element of a chain, over time. */
export interface FanAside {
  readonly kind: 'fan';
  readonly variable: string;
  /** 1-based coordinate of a vector; null for a scalar. */
  readonly coordinate: number | null;
}

/** Some numbers, each by itself and each against each. */
export interface CornerAside {
  readonly kind: 'corner';
  /** Two or more, each a scalar or one coordinate of a vector, all different. */
  readonly choices: readonly Choice[];
}

/** The distribution function of the observed picture. */
export interface DistributionAside {
  readonly kind: 'distribution';
}

export type AsideAnswer =
  | ConditionalPicture
  | RowsPicture
  | FanPicture
  | CornerPicture
  | DistributionPicture
  | NoPosterior;

/** In double precision, without error but rounding. */
export interface DistributionPicture {
  readonly kind: 'distribution';
  /** P(X ≤ x) at the points of the observed picture. */
  readonly cumulative: Float64Array;
  /** weight × P(X ≤ x | z) of each of its components. */
  readonly components: readonly Float64Array[];
}

export interface ConditionalPicture {
  readonly kind: 'conditional';
  readonly latent: Pick<Choice, 'variable' | 'index'>;
  /** What is known: the values that were asked for, with their gaps filled. */
  readonly values: readonly number[];
  /** At the points (values, row-major cells) of the observed picture. */
  readonly density: Float64Array;
  /** Of `density`; null where there is no sampling error. */
  readonly standardError: Float64Array | null;
  /** The probability of what lies below the first point, or value; null where nobody looks at a distribution function. */
  readonly below: number | null;
  readonly method: Method;
}

export interface RowsPicture {
  readonly kind: 'rows';
  readonly count: number;
  readonly seed: number;
  /** In the order of the model: what a variable depends on stands before it. */
  readonly columns: readonly RowsColumn[];
  /** For each row, with its numbers: `Normal(0.5, 1)`; null where they were not asked for. */
  readonly laws: readonly string[] | null;
  /** The elements that the observed picture's variable depends on, by their keys, parents before children. */
  readonly ancestors: readonly string[];
  /** Those of them that its distribution names. */
  readonly parents: readonly string[];
}

/** One number of every row. */
export interface RowsColumn {
  readonly choice: Choice;
  readonly role: 'observed' | 'latent';
  readonly values: Float64Array;
  /** Names of the values, each at the index of its code (categories count from 1: their first is empty); null for numbers. */
  readonly labels: readonly string[] | null;
}

/** p(x[t]), or p(x[t] | evidence), for the elements of a chain. */
export interface FanPicture {
  readonly kind: 'fan';
  readonly variable: string;
  readonly coordinate: number | null;
  /** Of the elements that are shown: all of them, or of a long chain some, evenly spaced. */
  readonly indices: readonly number[];
  /** How many elements the chain has. */
  readonly total: number;
  readonly content: FanBands | FanShares;
  /** How many of the elements are known other than by draws. */
  readonly settled: number;
  /** Short: `exact · Gaussian`, `4,096 draws`. */
  readonly badge: string;
  readonly sentence: string;
}

/** A numeric chain. */
export interface FanBands {
  readonly kind: 'bands';
  /** `quantiles[i][k]`: the quantile at `fanLevels[i]` of the element at `indices[k]`. */
  readonly quantiles: readonly Float64Array[];
  /** Some joint draws of the elements. */
  readonly paths: readonly Float64Array[];
}

/** A chain of categories or truth values. */
export interface FanShares {
  readonly kind: 'shares';
  readonly values: readonly number[];
  readonly labels: readonly string[];
  /** `shares[v][k]`: the probability that the element at `indices[k]` is `values[v]`. */
  readonly shares: readonly Float64Array[];
}

/** Where the bands of a fan end: 90 % and 50 % of the probability, and the median. */
export const fanLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface CornerPicture {
  readonly kind: 'corner';
  /** On the diagonal: those of a variable together, their coordinates rising. */
  readonly marginals: readonly CornerMarginal[];
  /** Row by row: (1, 0), (2, 0), (2, 1), … */
  readonly pairs: readonly CornerPair[];
  /** Ancestral samples that correlations, and the densities of some pairs, are counted from. */
  readonly samples: number;
}

/** One number by itself. */
export interface CornerMarginal {
  readonly choice: Choice;
  /** `bars`: `density` holds the probabilities of the values `x`. */
  readonly kind: 'curve' | 'bars';
  readonly range: Span;
  readonly x: Float64Array;
  /** Of the values of a discrete variable; null for numbers. */
  readonly labels: readonly string[] | null;
  readonly density: Float64Array;
  readonly standardError: Float64Array | null;
  readonly method: Method;
}

/** Two numbers together. */
export interface CornerPair {
  /** Positions in `marginals`: what runs to the right, and what runs up. */
  readonly across: number;
  readonly up: number;
  /** The middles of the cells, evenly spaced; the values of what is discrete. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Row-major, the lowest row first: densities, or probabilities for each value of what is discrete. */
  readonly density: Float64Array;
  /** `samples`: a histogram; its error is that of counting. */
  readonly known: 'density' | 'samples';
  /** Largest error over the largest density; 0 where exact. */
  readonly relativeError: number;
  /** Short: `exact · Gaussian`, `4,096 draws · ±0.4 %`, `8,192 samples`. */
  readonly badge: string;
  readonly sentence: string;
  /** In the samples; NaN where one of the two does not vary. */
  readonly correlation: number;
}

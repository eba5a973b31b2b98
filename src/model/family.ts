/** The domain of one parameter of a distribution. */
export type ParameterDomain =
  | 'real'
  | 'positive'
  | 'nonnegative'
  /** [0, 1] */
  | 'unit'
  /** (0, 1] */
  | 'unit-above-zero'
  /** (0, 1) */
  | 'unit-open'
  /** Integer, 0 or more. */
  | 'count'
  | 'integer'
  /** A vector of numbers that are not negative and sum to 1. */
  | 'simplex'
  /** A vector of positive numbers. */
  | 'positive-vector'
  | 'vector'
  /** Symmetric positive definite matrix. */
  | 'covariance'
  /** Anything. */
  | 'any';

export interface FamilyParameter {
  readonly name: string;
  readonly domain: ParameterDomain;
  /** A scalar parameter takes a vector too, and then makes the distribution factorised. */
  readonly shape: 'scalar' | 'vector' | 'matrix' | 'any';
  /** The value where the argument is left out; parameters without one are required. */
  readonly default?: number;
  readonly doc: string;
}

/** Where a draw can lie. Names in it are parameter names of the family. */
export type Support =
  | 'reals'
  /** x ≥ 0 */
  | 'nonnegative'
  /** x > 0 */
  | 'positive'
  /** (0, 1) */
  | 'unit'
  /** [low, high] */
  | 'interval'
  /** [-π, π] */
  | 'circle'
  /** x ≥ scale */
  | 'above-scale'
  | 'boolean'
  | 'categories'
  /** low…high */
  | 'integers-between'
  /** 0…n */
  | 'integers-to-n'
  /** 0, 1, 2, … */
  | 'naturals'
  | 'vectors'
  | 'simplex'
  | 'point';

/** What the catalogue says of one family: the checker, completions, hovers, documentation and the engine all read it. */
export interface Family {
  readonly parameters: readonly FamilyParameter[];
  readonly support: Support;
  /** The support in words and symbols: `x ≥ 0`. */
  readonly supportText: string;
  readonly discrete: boolean;
  /** True where one draw is a vector by itself. */
  readonly multivariate: boolean;
  /** The density or mass function on one line, in Unicode mathematics. */
  readonly formula: string;
  /** One line: what it is and what it is used for. */
  readonly doc: string;
  /** A whole statement. */
  readonly example: string;
  /** Two scalar parameters of which the first must be below (or, for `at-most`, not above) the second. */
  readonly order?: { readonly low: string; readonly high: string; readonly relation: 'below' | 'at-most' };
}

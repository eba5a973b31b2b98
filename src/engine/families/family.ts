/** What the engine knows of one univariate family. Parameters come in the catalogue's order. */
export interface UnivariateFamily {
  readonly kind: 'univariate';
  /**
   * Natural log of the density or mass at x, float64; −Infinity outside of the support, at the ends of the support its limit.
   * The parameters are within their domains; those of a Categorical are its probabilities.
   */
  logDensity(x: number, parameters: readonly number[]): number;
  /** The mass itself, where it is written in the model and needs no logarithm on the way. */
  mass?(x: number, parameters: readonly number[]): number;
  /** P(X ≤ x), float64. For Categorical the parameters are the probabilities. */
  cdf(x: number, parameters: readonly number[]): number;
  /**
   * The smallest x with cdf(x) ≥ u, for u in (0, 1), float64: the sampler and the map from quasi-random points and nodes.
   * @param upper 1 − u, for callers that know it better than the subtraction does: in the upper tail a continuous family goes by it
   */
  quantile(u: number, parameters: readonly number[], upper?: number): number;
  /** NaN where undefined, Infinity where infinite. */
  mean(parameters: readonly number[]): number;
  variance(parameters: readonly number[]): number;
  /** Discrete families: the first and last value of the support, Infinity where there is no last. */
  support?(parameters: readonly number[]): { low: number; high: number };
}

/** A family whose draws are vectors. Parameters come flattened, row-major, in the catalogue's order. */
export interface MultivariateFamily {
  readonly kind: 'multivariate';
  /**
   * Natural log of the density at points of n numbers, for one set of parameters, float64; −Infinity outside of the support.
   * @param x count × n
   * @returns one number for each point; null where a covariance is not positive definite
   */
  logDensity(x: Float64Array, n: number, parameters: readonly number[]): Float64Array | null;
  /** How many uniforms one draw of length n takes. */
  uniforms(n: number): number;
  /** One draw from uniforms in (0, 1), float64. */
  draw(uniforms: readonly number[], n: number, parameters: readonly number[]): number[];
  /** The family and parameters of one coordinate (0-based) by itself. */
  coordinate(i: number, n: number, parameters: readonly number[]): { family: UnivariateFamily; parameters: number[] };
  mean(n: number, parameters: readonly number[]): number[];
  /** n × n, row-major. */
  covariance(n: number, parameters: readonly number[]): number[];
}

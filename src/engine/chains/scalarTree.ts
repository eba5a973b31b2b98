/**
 * A tree of hidden numbers, most often a chain: each has at most one hidden number above it, a discrete switch of few states may go along
 * with every one, and what is observed below a number depends on no other hidden one.
 */
export interface ScalarTree {
  /** Parents before children. */
  readonly vertices: readonly Vertex[];
}

export interface Vertex {
  /** Its place among the vertices; −1 of a root. */
  readonly parent: number;
  /** States of the switch; 1 where there is none. */
  readonly states: number;
  /** p(number | parent, state) at some values of the parent; a root is asked for one, which does not matter. */
  kernel(state: number, parent: Float64Array): Kernel;
  /**
   * log p(state | the parent's state, the parent's number), one for each of the parent's numbers or one for all of them; of a root the
   * parent's state is 0.
   */
  logSwitch(state: number, parentState: number, parent: Float64Array): Float64Array;
  /** log p(what is observed of this vertex | its number and state). */
  logLikelihood(state: number, values: Float64Array): Float64Array;
}

/** p(number | parent) at some values of the parent. */
export interface Kernel {
  /** One for each value of the parent, or one where it is the same at all. */
  readonly rows: number;
  /** A middle of each row: the mean of a Normal, the median of others. */
  readonly location: Float64Array;
  /** The standard deviation of a Normal; of others what would be it were they Normal, by their quartiles. */
  readonly scale: Float64Array;
  /** Whether the rows are Normal, with `location` and `scale`. */
  readonly isNormal: boolean;
  /** Where the density has kinks or jumps that move with the parent: for each of them its place in every row. */
  readonly breaks: readonly Float64Array[];
  /** log p at each value in one row. */
  logDensity(row: number, values: Float64Array): Float64Array;
  /** Ends of an interval of a row outside of which there is no more than about e^−depth of it; ends of the support where these are nearer. */
  reach(row: number, depth: number): readonly [number, number];
}

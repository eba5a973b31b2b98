/** One variable, element of a chain, or coordinate of a vector, as a thing to look at. */
export interface Choice {
  readonly variable: string;
  /** The index of the element of a chain; null for a single variable. */
  readonly index: number | null;
  /** 1-based coordinate of a vector; null for a scalar, or for both coordinates of a pair as a plane. */
  readonly coordinate: number | null;
  /** As on the whiteboard: `x`, `x[3]`, `z₁`. */
  readonly label: string;
}

/** A value that an observed variable was seen to have. */
export interface Given {
  readonly variable: string;
  /** The index of the element of a chain; null for a single variable. */
  readonly index: number | null;
  /** As many numbers as a draw has. */
  readonly values: readonly number[];
}

/** An interval of an axis. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The part of a picture that is looked at; null for the whole of an axis. */
export interface Zoom {
  readonly x: Span | null;
  /** The second axis of a plane. */
  readonly y: Span | null;
}

/** `gaussian`: in closed form, everything being linear and Gaussian given the discrete states; `importance`: draws of the prior weighted by the evidence. */
export type MethodName = 'direct' | 'sum' | 'gaussian' | 'quadrature' | 'quasi-monte-carlo' | 'importance';

/** The axes on which something stands at the moment. */
export interface Standing {
  /** What is looked at: the label of its choice. */
  readonly label: string;
  readonly x: Span;
  /** The second axis of a plane. */
  readonly y: Span | null;
}

/** How a marginal was computed, in a form for a badge and a sentence. */
export interface Method {
  readonly name: MethodName;
  /** True where the only error is rounding (and a truncation stated in `sentence`). */
  readonly exact: boolean;
  /** Short: `exact · sum over 3 states`, `quadrature · 512 nodes`, `4,096 draws · ±0.4 %`. */
  readonly badge: string;
  /** Why this method, what it costs, how well the result is known. */
  readonly sentence: string;
  /** Joint states of the discrete latents that were summed over; 1 where there are none. */
  readonly states: number;
  /** Nodes or draws of the continuous latents, for each state; 1 where there are none. */
  readonly nodes: number;
  /** Continuous latent dimensions integrated over. */
  readonly dimensions: number;
  /** Largest standard or quadrature error over the curve as a share of the curve's maximum; 0 where exact. */
  readonly relativeError: number;
}

/** There is no posterior, and why. */
export interface NoPosterior {
  readonly kind: 'none';
  readonly reason: string;
}

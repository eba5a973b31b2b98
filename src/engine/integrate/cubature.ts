import { logRootTwoPi } from '../math/normalCdf';

/**
 * The logarithm of an integrand at places of the standard normals behind the continuous elements, without their density; one row
 * for each joint state of the discrete elements, or one for their sum.
 */
export type LogIntegrand = (places: readonly Float64Array[]) => Generator<null, readonly Float64Array[]>;

/** Nodes of an integral over standard normals, fine enough for it. */
export interface Cubature {
  /** For each dimension the place of every node. */
  readonly places: readonly Float64Array[];
  /** log of each node's weight in ∫ f(s) φ(s) ds, the normal density φ included. */
  readonly logWeights: Float64Array;
  /** log of the integral; −Infinity where no node has any of it. */
  readonly log: number;
  /** The estimated error over the integral. */
  readonly relativeError: number;
  /** Places that were evaluated on the way. */
  readonly evaluations: number;
}

/** The least error that is claimed: what sums of some thousands of terms lose by rounding. */
export const roundingError = 1e-13;
/** Places that one integral may be evaluated at. */
export const placeLimit = 2 ** 18;

/** log φ of independent standard normals at every place. */
export function logNormalDensity(places: readonly Float64Array[]): Float64Array {
  return Float64Array.from(places[0]!, (_, i) => {
    let squares = 0;
    for (const place of places) squares += place[i]! ** 2;
    return -0.5 * squares - places.length * logRootTwoPi;
  });
}

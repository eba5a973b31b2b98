import type { UnivariateFamily } from '../../families/family';
import { logRootTwoPi, normalCdf } from '../../math/normalCdf';

/** Standard normals further out than this go on from here: the probability beyond 38 is no number any more. */
export const furthestQuantile = 30;

/** Where a standard normal beyond `furthestQuantile` is taken to. */
export interface FarDraw {
  readonly value: number;
  /** log of the density of the value over that of the place that it comes from, z′(s) p(z(s)) / φ(s): what the draw counts. */
  readonly logShare: number;
}

/**
 * The map from standard normals to a family's draws beyond the place t where its quantiles end, for integrals whose mass lies further out. From
 * z(t) it goes on as origin + (z(t) − origin) exp(k (s − t)), with its slope φ(t) / p(z(t)); as it is not the quantile any more, what it
 * counts goes by the densities.
 * @param s beyond ± furthestQuantile
 * @param ends of the family's support
 * @returns null where the quantile there cannot be told from the support's end, or its density is none
 */
export function farDraw(
  family: UnivariateFamily,
  parameters: readonly number[],
  { low, high }: { readonly low: number; readonly high: number },
  s: number,
): FarDraw | null {
  const side = Math.sign(s);
  const end = side < 0 ? low : high;
  const origin = Number.isFinite(end) ? end : family.quantile(0.5, parameters, 0.5);
  const turn = side < 0 ? family.quantile(tail, parameters, 1) : family.quantile(1, parameters, tail);
  const reach = turn - origin;
  const slope = Math.exp(logDensityAtTurn - family.logDensity(turn, parameters));
  const rate = slope / reach;
  if (!Number.isFinite(rate) || rate === 0) return null;
  const t = side * furthestQuantile;
  const grown = reach * Math.exp(rate * (s - t));
  const value = origin + grown;
  // What overflows has no share: a value has to be a number all the same.
  if (!Number.isFinite(value)) return { value: Math.sign(grown) * 1e300, logShare: Number.NEGATIVE_INFINITY };
  const logSlope = Math.log(Math.abs(rate)) + Math.log(Math.abs(grown));
  return { value, logShare: family.logDensity(value, parameters) + logSlope + 0.5 * s * s + logRootTwoPi };
}

const tail = normalCdf(-furthestQuantile);
const logDensityAtTurn = -0.5 * furthestQuantile ** 2 - logRootTwoPi;

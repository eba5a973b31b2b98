/**
 * The limit of a log density at an end of its support where a factor x^power is 0 or infinite: −Infinity for a positive power,
 * Infinity for a negative one.
 * @param flat the limit for power 0
 */
export function densityAtEnd(power: number, flat: number): number {
  if (power === 0) return flat;
  return power > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

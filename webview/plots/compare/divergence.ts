import { logAddExp, type Tabulated, tabulated } from './tabulated';

/** How far one distribution is from another, in nats; Infinity where one has probability where the other has none. */
export interface Divergence {
  /** KL(first ‖ second) */
  readonly forward: number;
  /** KL(second ‖ first) */
  readonly backward: number;
  /** The mean of the KL divergences to the mixture of the two, at most log 2. */
  readonly jensenShannon: number;
  /** Half of the integral of |p − q|, at most 1. */
  readonly totalVariation: number;
}

/** Probability where the other distribution has none, up to which a divergence is not called infinite: what sums of doubles lose. */
const lost = 1e-12;

/**
 * The divergences of two distributions by the probabilities and log densities of common cells: sums for probabilities, the trapezoidal rule for
 * densities. Both are normalised over the cells, so that what is compared is the two given that the value lies there.
 * @param p, q log densities (log probabilities) at the same places; −Infinity for none
 * @param widths of the places: 1 for probabilities; a place with an infinite density is to have width 0
 * @param slack so many places to either side of where there is probability may be without it for want of a finer grid: they are passed over
 * @returns null where either has no probability there
 */
export function divergence(p: Float64Array, q: Float64Array, widths: Float64Array, slack: number): Divergence | null {
  const [first, second] = [tabulated(p, widths), tabulated(q, widths)];
  if (first === null || second === null) return null;
  let [jensenShannon, totalVariation] = [0, 0];
  for (let i = 0; i < widths.length; i++) {
    const [a, b] = [first.mass[i] ?? 0, second.mass[i] ?? 0];
    const middle = logAddExp(first.log[i] ?? 0, second.log[i] ?? 0) - Math.LN2;
    if (a > 0) jensenShannon += 0.5 * a * ((first.log[i] ?? 0) - middle);
    if (b > 0) jensenShannon += 0.5 * b * ((second.log[i] ?? 0) - middle);
    totalVariation += 0.5 * Math.abs(a - b);
  }
  return {
    forward: kullbackLeibler(first, second, slack),
    backward: kullbackLeibler(second, first, slack),
    jensenShannon: Math.min(Math.LN2, Math.max(0, jensenShannon)),
    totalVariation: Math.min(1, totalVariation),
  };
}

/** ∫ p log (p / q) */
function kullbackLeibler(p: Tabulated, q: Tabulated, slack: number): number {
  let [sum, beyond] = [0, 0];
  for (let i = 0; i < p.mass.length; i++) {
    const mass = p.mass[i] ?? 0;
    if (!(mass > 0)) continue;
    if (q.log[i] !== Number.NEGATIVE_INFINITY) sum += mass * ((p.log[i] ?? 0) - (q.log[i] ?? 0));
    else if (q.log.subarray(Math.max(0, i - slack), i + slack + 1).every((log) => log === Number.NEGATIVE_INFINITY))
      beyond += mass;
  }
  return beyond > lost ? Number.POSITIVE_INFINITY : Math.max(0, sum);
}

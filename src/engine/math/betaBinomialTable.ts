/** P(X ≤ k) for k = low, low + 1, …; 0 below, and 1 from the last one on. */
export interface CumulativeTable {
  readonly low: number;
  readonly cumulative: Float64Array;
}

/** Values of a table, at most. */
const longest = 1e5;
/** A mass that is nothing beside that at the centre. */
const nothing = 1e-300;

/**
 * The distribution function of the beta-binomial, which has no closed form: the masses relative to that near the mean, by their recurrence
 * outwards as far as there is any, summed from below and made to end at 1.
 * @returns null where there are too many values
 */
export function betaBinomialTable(n: number, alpha: number, beta: number): CumulativeTable | null {
  const centre = Math.min(n, Math.max(0, Math.round((n + 1) * (alpha / (alpha + beta)))));
  const ratio = (k: number) => ((n - k) / (k + 1)) * ((k + alpha) / (n - k - 1 + beta));
  const above = [1];
  for (let k = centre; k < n && above.at(-1)! > nothing; k++) {
    above.push(above.at(-1)! * ratio(k));
    if (above.length > longest) return null;
  }
  const below: number[] = [];
  let mass = 1;
  for (let k = centre; k > 0 && mass > nothing; k--) {
    mass /= ratio(k - 1);
    below.push(mass);
    if (below.length > longest) return null;
  }
  const cumulative = Float64Array.from(below.reverse().concat(above));
  for (let i = 1; i < cumulative.length; i++) cumulative[i]! += cumulative[i - 1]!;
  const total = cumulative.at(-1)!;
  for (let i = 0; i < cumulative.length; i++) cumulative[i]! /= total;
  return { low: centre - below.length, cumulative };
}

import { logBeta } from './logBeta';

let last: { readonly key: string; readonly table: Float64Array } = { key: '', table: new Float64Array() };

/**
 * P(X ≤ k) for k = 0…n of the beta-binomial, which has no closed form: the masses by their recurrence outwards from the mode,
 * summed from below and made to end at 1. The table asked for last is kept, since a quantile reads it many times.
 */
export function betaBinomialTable(n: number, alpha: number, beta: number): Float64Array {
  const key = `${n} ${alpha} ${beta}`;
  if (last.key === key) return last.table;
  const table = new Float64Array(n + 1);
  const centre = Math.min(n, Math.max(0, Math.round(((n + 1) * alpha) / (alpha + beta))));
  const ratio = (k: number) => ((n - k) * (k + alpha)) / ((k + 1) * (n - k - 1 + beta));
  table[centre] = Math.exp(logMass(centre, n, alpha, beta));
  for (let k = centre; k < n; k++) table[k + 1] = table[k]! * ratio(k);
  for (let k = centre; k > 0; k--) table[k - 1] = table[k]! / ratio(k - 1);
  for (let k = 1; k <= n; k++) table[k] = table[k]! + table[k - 1]!;
  const total = table[n]!;
  for (let k = 0; k <= n; k++) table[k] = table[k]! / total;
  last = { key, table };
  return table;
}

function logMass(k: number, n: number, alpha: number, beta: number): number {
  return logBeta(k + alpha, n - k + beta) - logBeta(alpha, beta) - Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}

import { BetaBinomialSum } from './betaBinomialSum';
import { betaBinomialTable } from './betaBinomialTable';

/** Standard deviations of a bulk whose masses are summed one by one, and values of a support, at most. */
const narrow = 1000;
const short = 1e5;

let last: { readonly key: string; readonly cdf: (k: number) => number } = { key: '', cdf: () => Number.NaN };

/** P(X ≤ k) for k = 0 … n − 1; what was worked out for the parameters asked for last is kept, since a quantile asks many times. */
export function betaBinomialCdf(k: number, n: number, alpha: number, beta: number): number {
  const key = `${n} ${alpha} ${beta}`;
  if (last.key !== key) last = { key, cdf: distributionFunction(n, alpha, beta) };
  return last.cdf(k);
}

function distributionFunction(n: number, alpha: number, beta: number): (k: number) => number {
  const s = alpha + beta;
  const sd = Math.sqrt(((n * alpha) / s) * (beta / s) * ((s + n) / (s + 1)));
  const table = n <= short || sd < narrow ? betaBinomialTable(n, alpha, beta) : null;
  if (table === null) {
    const sum = new BetaBinomialSum(n, alpha, beta, sd);
    return (k) => sum.cdf(k);
  }
  const { low, cumulative } = table;
  return (k) => (k < low ? 0 : (cumulative[k - low] ?? 1));
}

import type { UnivariateFamily } from './family';

function massOf(x: number, probabilities: readonly number[]): number {
  return Number.isInteger(x) ? (probabilities[x - 1] ?? 0) : 0;
}

/**
 * Parameter: probabilities, with the categories on its last axis; a category is a number 1…K. The remaining axes of the
 * probabilities broadcast with x. The numbers are used as they stand: that they sum to 1 is the checker's business.
 */
export const categorical: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, probabilities) => Math.log(massOf(x, probabilities)),
  mass: massOf,
  cdf(x, probabilities) {
    let total = 0;
    for (let k = 0; k < Math.min(probabilities.length, Math.floor(x)); k++) total += probabilities[k]!;
    return x >= probabilities.length && !Number.isNaN(total) ? 1 : total;
  },
  quantile(u, probabilities) {
    let total = 0;
    let last = NaN;
    for (let k = 0; k < probabilities.length; k++) {
      total += probabilities[k]!;
      if (probabilities[k]! > 0) last = k + 1;
      if (total >= u && probabilities[k]! > 0) return k + 1;
    }
    return last;
  },
  mean: (probabilities) => probabilities.reduce((sum, p, k) => sum + p * (k + 1), 0),
  variance(probabilities) {
    const mean = probabilities.reduce((sum, p, k) => sum + p * (k + 1), 0);
    return probabilities.reduce((sum, p, k) => sum + p * (k + 1 - mean) ** 2, 0);
  },
  support: (probabilities) => ({ low: 1, high: probabilities.length }),
};

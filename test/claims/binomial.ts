/**
 * P(at most `covered` of `models` intervals hold their truths) where each does with probability 0.95: the p-value of the one-sided
 * test that fewer do.
 * @param covered may be a fraction, of models whose numbers are covered in part; the next whole number is taken
 */
export function coverageP(covered: number, models: number): number {
  const most = Math.ceil(covered - 1e-9);
  let [term, total] = [0.05 ** models, 0];
  for (let k = 0; k <= Math.min(most, models); k++) {
    total += term;
    term *= (((models - k) / (k + 1)) * 0.95) / 0.05;
  }
  return Math.min(1, total);
}

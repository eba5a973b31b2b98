/**
 * The smallest whole number x in [low, high] with cdf(x) ≥ u, by bracketing outwards from a guess and halving.
 * @param high may be Infinity
 * @returns NaN where the distribution function is NaN
 */
export function discreteQuantile(
  cdf: (x: number) => number,
  u: number,
  guess: number,
  low: number,
  high: number,
): number {
  if (Number.isNaN(u) || Number.isNaN(cdf(low))) return NaN;
  if (u >= 1) return high;
  // Whole numbers so large are hardly told apart any more: the guess is as good as what a search would find.
  if (guess > 2 ** 50 && guess < Infinity) return Math.min(high, Math.max(low, Math.round(guess)));
  let above = Math.min(high, Math.max(low, Math.round(Number.isFinite(guess) ? guess : low)));
  let below = above;
  for (let step = 1; above < high && cdf(above) < u; step *= 2) {
    below = above + 1;
    above = Math.min(high, above + step);
    // Rounding keeps the distribution function below u for good: all that is left is the far tail.
    if (step > 2 ** 52) return above;
  }
  if (below === above) {
    for (let step = 1; below > low && cdf(below - 1) >= u; step *= 2) {
      above = below - 1;
      below = Math.max(low, below - step);
    }
  }
  while (below < above) {
    const middle = below + Math.floor((above - below) / 2);
    if (cdf(middle) >= u) above = middle;
    else below = middle + 1;
  }
  return above;
}

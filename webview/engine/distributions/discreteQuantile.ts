/**
 * The smallest whole number x in [low, high] with cdf(x) ≥ u, by bracketing outwards from a guess and halving.
 * @param guess where it is near to, two values of the distribution function are enough
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
  if (Number.isNaN(u)) return NaN;
  // Whole numbers so large are hardly told apart any more: the guess is as good as what a search would find.
  if (guess > 2 ** 50 && guess < Infinity) return Math.min(high, Math.max(low, Math.round(guess)));
  let above = Math.min(high, Math.max(low, Math.round(Number.isFinite(guess) ? guess : low)));
  let value = cdf(above);
  if (Number.isNaN(value)) return NaN;
  if (u >= 1) return high;
  let below = above;
  for (let step = 1; above < high && value < u; step *= 2) {
    below = above + 1;
    above = Math.min(high, above + step);
    value = cdf(above);
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

import { normalQuantile } from '../math/normalQuantile';

/**
 * The smallest whole number x in [low, high] with cdf(x) ≥ u. The search goes by the normal number of the distribution function, which is
 * nearly straight, inside of a bracket that shrinks with every value seen; beside a good guess two values are enough, however long the support.
 * @param high may be Infinity
 * @param spread how much farther x is for a normal number larger by 1: about the standard deviation
 * @returns NaN where the distribution function is NaN
 */
export function discreteQuantile(
  cdf: (x: number) => number,
  u: number,
  guess: number,
  low: number,
  high: number,
  spread = 1,
): number {
  if (Number.isNaN(u)) return NaN;
  // Whole numbers so large are hardly told apart any more: the guess is as good as what a search would find.
  if (guess > 2 ** 50 && guess < Infinity) return Math.min(high, Math.max(low, Math.round(guess)));
  const z = normalQuantile(u);
  let [below, above] = [low, high];
  let x = Math.min(high, Math.max(low, Math.round(Number.isFinite(guess) ? guess : low)));
  let slope = spread;
  let last: { readonly x: number; readonly z: number } | null = null;
  for (let round = 1, step = 1; ; round++) {
    const value = cdf(x);
    if (Number.isNaN(value)) return NaN;
    if (u >= 1) return high;
    if (value >= u) above = x;
    else below = Math.min(high, x + 1);
    if (below >= above) return above;
    const at = { x, z: normalQuantile(value) };
    if (last !== null) {
      const seen = (at.x - last.x) / (at.z - last.z);
      if (seen > 0 && seen < Infinity) slope = seen;
    }
    last = at;
    const wanted = x + (z - at.z) * slope;
    const halved = above < Infinity ? below + Math.floor((above - below) / 2) : x + step;
    // Halving now and then, or going twice as far, so that the search ends for certain.
    if (round % 4 === 0 || !Number.isFinite(wanted)) x = halved;
    else x = value < u ? Math.floor(wanted) : Math.ceil(wanted);
    step *= 2;
    // Rounding keeps the distribution function below u for good: all that is left is the far tail.
    if (step > 2 ** 52 && above === Infinity) return x;
    x = Math.max(below, Math.min(above - 1, x));
  }
}

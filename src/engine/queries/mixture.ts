import { quantileLevels } from '../api/query';

/** A mixture of univariate distributions. */
export interface Mixture {
  /** They sum to 1. */
  readonly weights: Float64Array;
  /** P(X ≤ x) of component i. */
  cdf(i: number, x: number): number;
  /** The smallest x with a cdf of at least u, of component i. */
  quantile(i: number, u: number): number;
}

/** Components that have less weight than this all together do not move a quantile that can be told from its neighbours. */
const negligible = 1e-9;

/** The quantiles of a mixture at `quantileLevels`: its distribution function inverted between the quantiles of its components. */
export function mixtureQuantiles(mixture: Mixture): Float64Array {
  const shown = heaviest(mixture.weights);
  return Float64Array.from(quantileLevels, (u) => mixtureQuantile(mixture, shown, u));
}

/** All components but the lightest, which have next to nothing of the weight. */
function heaviest(weights: Float64Array): number[] {
  const order = Array.from(weights.keys())
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => weights[a]! - weights[b]!);
  let lost = 0;
  const first = order.findIndex((i) => {
    lost += weights[i]!;
    return lost > negligible;
  });
  return first < 0 ? [] : order.slice(first);
}

function mixtureQuantile(mixture: Mixture, shown: readonly number[], u: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of shown) {
    const own = mixture.quantile(i, u);
    if (Number.isNaN(own)) return Number.NaN;
    low = Math.min(low, own);
    high = Math.max(high, own);
  }
  const total = shown.reduce((sum, i) => sum + mixture.weights[i]!, 0);
  const excess = (x: number) => shown.reduce((sum, i) => sum + mixture.weights[i]! * mixture.cdf(i, x), 0) / total - u;
  return shown.length === 0 ? Number.NaN : firstAbove(excess, low, high);
}

/** The smallest x in [low, high] where a function that never falls reaches 0, which it does at `high`. */
function firstAbove(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  if (!(high > low)) return high;
  let [below, above] = [f(low), f(high)];
  if (below >= 0) return low;
  for (let i = 0; i < 200; i++) {
    const width = high - low;
    if (width <= 1e-13 * Math.max(Math.abs(low), Math.abs(high))) break;
    // False position, kept away from the ends, takes turns with halving, so that a step of the function is found too.
    const share = above - below > 0 ? -below / (above - below) : 0.5;
    const step = i % 3 === 2 ? 0.5 : Math.min(Math.max(share, 1e-9), 1 - 1e-9);
    let middle = low + step * width;
    if (!(middle > low && middle < high)) middle = low + 0.5 * width;
    if (!(middle > low && middle < high)) break;
    const value = f(middle);
    if (Math.abs(value) < 1e-14) return middle;
    if (value < 0) [low, below] = [middle, value];
    else [high, above] = [middle, value];
  }
  return high;
}

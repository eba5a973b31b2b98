import { quantileLevels } from '../api/query';
import { normalCdf, normalDensity } from '../math/normalCdf';

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
const negligible = 1e-12;
/** Components that are asked for a first guess, and how far around a level their quantiles are taken. */
const [few, around] = [256, 0.02];

/** The quantiles of a mixture at `quantileLevels`: its distribution function inverted between the quantiles of its components. */
export function mixtureQuantiles(mixture: Mixture): Float64Array {
  const { weights } = mixture;
  const shown = heaviest(weights);
  const some = shown.length > 2 * few ? sample(mixture, shown) : null;
  return Float64Array.from(quantileLevels, (u) => mixtureQuantile(mixture, shown, u, some));
}

/** All components but those which have next to nothing of the weight, all together. */
function heaviest(weights: Float64Array): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const found: number[] = [];
  weights.forEach((weight, i) => {
    if (weight > (negligible * total) / weights.length) found.push(i);
  });
  return found;
}

/** A mixture of few components of equal weight in place of many: every so much of the weight, one. */
function sample({ weights, cdf, quantile }: Mixture, shown: readonly number[]): Mixture {
  const total = shown.reduce((sum, i) => sum + weights[i]!, 0);
  const chosen: number[] = [];
  let below = 0;
  for (const i of shown) {
    below += weights[i]! / total;
    while (chosen.length < few && (chosen.length + 0.5) / few < below) chosen.push(i);
  }
  return {
    weights: new Float64Array(chosen.length).fill(1 / chosen.length),
    cdf: (i, x) => cdf(chosen[i]!, x),
    quantile: (i, u) => quantile(chosen[i]!, u),
  };
}

function mixtureQuantile(mixture: Mixture, shown: readonly number[], u: number, some: Mixture | null): number {
  const total = shown.reduce((sum, i) => sum + mixture.weights[i]!, 0);
  if (shown.length === 0) return Number.NaN;
  const excess = (x: number) => shown.reduce((sum, i) => sum + mixture.weights[i]! * mixture.cdf(i, x), 0) / total - u;
  if (some !== null) {
    const all = Array.from(some.weights.keys());
    const [low, high] = [u - around, u + around].map((level) =>
      mixtureQuantile(some, all, Math.min(Math.max(level, u / 2), (1 + u) / 2), null),
    ) as [number, number];
    if (high > low && excess(low) < 0 && excess(high) > 0) return firstAbove(excess, low, high);
  }
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of shown) {
    const own = mixture.quantile(i, u);
    if (Number.isNaN(own)) return Number.NaN;
    low = Math.min(low, own);
    high = Math.max(high, own);
  }
  return firstAbove(excess, low, high);
}

/** The smallest x in [low, high] where a function that never falls reaches 0, which it does at `high`. */
function firstAbove(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  if (!(high > low)) return high;
  let [below, above] = [f(low), f(high)];
  if (below >= 0) return low;
  let last = 0;
  for (let i = 0; i < 200; i++) {
    const width = high - low;
    if (width <= 1e-13 * Math.max(Math.abs(low), Math.abs(high))) break;
    // False position, Illinois’ way and kept away from the ends, takes turns with halving, so that a step of the function is found too.
    const share = above - below > 0 ? -below / (above - below) : 0.5;
    const step = i % 4 === 3 ? 0.5 : Math.min(Math.max(share, 1e-9), 1 - 1e-9);
    let middle = low + step * width;
    if (!(middle > low && middle < high)) middle = low + 0.5 * width;
    if (!(middle > low && middle < high)) break;
    const value = f(middle);
    if (Math.abs(value) < 1e-14) return middle;
    const side = Math.sign(value);
    if (value < 0) [low, below] = [middle, value];
    else [high, above] = [middle, value];
    if (side === last && side < 0) above /= 2;
    if (side === last && side > 0) below /= 2;
    last = side;
  }
  return high;
}

/** The same of Normals, of which there may be many: by Newton's steps, kept between ends that close in. */
export function normalMixtureQuantiles(weights: Float64Array, means: Float64Array, sd: Float64Array): Float64Array {
  const shown = heaviest(weights);
  const total = shown.reduce((sum, i) => sum + weights[i]!, 0);
  const ends = (side: number) => shown.map((i) => means[i]! + side * normalReach * sd[i]!);
  const lowest = ends(-1).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const highest = ends(1).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let start = lowest;
  return Float64Array.from(quantileLevels, (level) => {
    let [low, high] = [start, highest];
    let x = 0.5 * (low + high);
    for (let round = 0; round < 200 && high - low > 1e-14 * Math.max(Math.abs(low), Math.abs(high)); round++) {
      let [below, density] = [0, 0];
      for (const i of shown) {
        const off = (x - means[i]!) / sd[i]!;
        below += weights[i]! * (sd[i] === 0 ? (x >= means[i]! ? 1 : 0) : normalCdf(off));
        if (sd[i]! > 0) density += (weights[i]! * normalDensity(off)) / sd[i]!;
      }
      const excess = below / total - level;
      if (Math.abs(excess) < 1e-14) break;
      if (excess < 0) low = x;
      else high = x;
      const next = x - (excess * total) / density;
      x = next > low && next < high ? next : 0.5 * (low + high);
    }
    start = x;
    return x;
  });
}

/** Beyond so many standard deviations a Normal has next to nothing. */
const normalReach = 9;

import { quantileLevels } from '../api/query';
import { normalCdf } from '../math/normalCdf';
import {
  coefficients,
  polynomialIntegral as integral,
  legendre,
  perPanel,
  polynomial,
  panelRule as rule,
} from './legendre';

/** Parts of a panel in which a value is taken to go one way. */
const parts = 8;
const ends = Array.from({ length: parts + 1 }, (_, i) => -1 + (2 * i) / parts);
const atEnds = ends.map(legendre);

/** How much of the probability in a panel belongs to values up to some number. */
interface Share {
  readonly mass: number;
  /** Values that have all of it between them, but for what is negligible. */
  readonly low: number;
  readonly high: number;
  upTo(x: number): number;
}

/** One panel in one joint state: how values and probability go from its one end to the other. */
class Panel implements Share {
  readonly mass: number;
  readonly low: number;
  readonly high: number;
  private readonly value: Float64Array;
  private readonly density: Float64Array;
  private readonly valueAtEnds: readonly number[];

  constructor(values: Float64Array, weights: Float64Array) {
    this.mass = weights.reduce((a, b) => a + b, 0);
    this.value = coefficients((i) => values[i]!);
    this.density = coefficients((i) => weights[i]! / rule.weights[i]!);
    this.valueAtEnds = ends.map((u) => polynomial(this.value, u));
    this.low = Math.min(...this.valueAtEnds, ...values);
    this.high = Math.max(...this.valueAtEnds, ...values);
  }

  /** The probability in the panel of values up to x. */
  upTo(x: number): number {
    if (x >= this.high) return this.mass;
    if (x < this.low) return 0;
    let sum = 0;
    for (let i = 0; i < parts; i++) {
      const [from, to] = [this.valueAtEnds[i]!, this.valueAtEnds[i + 1]!];
      const [first, last] = [atEnds[i]!, atEnds[i + 1]!];
      if (from <= x && to <= x) sum += integral(this.density, last) - integral(this.density, first);
      else if (from <= x || to <= x) {
        const crossing = integral(this.density, legendre(this.crossing(x, ends[i]!, ends[i + 1]!, from <= x)));
        sum += from <= x ? crossing - integral(this.density, first) : integral(this.density, last) - crossing;
      }
    }
    return Math.min(this.mass, Math.max(0, sum));
  }

  /** Where the value passes x between two places. */
  private crossing(x: number, from: number, to: number, rises: boolean): number {
    let [low, high] = [from, to];
    for (let i = 0; i < 50; i++) {
      const middle = 0.5 * (low + high);
      if (polynomial(this.value, middle) <= x === rises) low = middle;
      else high = middle;
    }
    return 0.5 * (low + high);
  }
}

/** Beyond so many standard deviations a Normal has next to nothing. */
const normalReach = 9;

/** The same for values that are Normal about a straight line. */
class SmearedPanel implements Share {
  readonly mass: number;
  readonly low: number;
  readonly high: number;
  private readonly density: Float64Array;
  /** The mean at the panel's middle, and how much it rises from there to its end. */
  private readonly middle: number;
  private readonly rise: number;

  constructor(
    private readonly means: Float64Array,
    private readonly sd: number,
    private readonly weights: Float64Array,
  ) {
    const [first, last] = [means[0]!, means[perPanel - 1]!];
    this.mass = weights.reduce((a, b) => a + b, 0);
    this.density = coefficients((i) => weights[i]! / rule.weights[i]!);
    this.middle = 0.5 * (first + last);
    this.rise = (last - first) / (rule.nodes[perPanel - 1]! - rule.nodes[0]!);
    const reach = Math.abs(this.rise) + normalReach * sd;
    this.low = this.middle - reach;
    this.high = this.middle + reach;
  }

  upTo(x: number): number {
    if (x >= this.high) return this.mass;
    if (x <= this.low) return 0;
    const { means, sd, weights, density, middle, rise } = this;
    if (Math.abs(rise) <= sd)
      return weights.reduce((sum, weight, i) => sum + weight * normalCdf((x - means[i]!) / sd), 0);
    // The mean crosses x at one place; about it the Normal goes from all below to all above.
    const [crossing, reach] = [(x - middle) / rise, (normalReach * sd) / Math.abs(rise)];
    const [from, to] = [Math.max(-1, crossing - reach), Math.min(1, crossing + reach)];
    const below: readonly [number, number] = rise > 0 ? [-1, from] : [to, 1];
    let sum = integral(density, legendre(below[1])) - integral(density, legendre(below[0]));
    const pieces = Math.max(1, Math.ceil(((to - from) * Math.abs(rise)) / (2 * sd)));
    const half = (to - from) / (2 * pieces);
    for (let piece = 0; piece < pieces; piece++) {
      for (let i = 0; i < perPanel; i++) {
        const u = from + half * (2 * piece + 1 + rule.nodes[i]!);
        sum += rule.weights[i]! * half * polynomial(density, u) * normalCdf((x - middle - rise * u) / sd);
      }
    }
    return Math.min(this.mass, Math.max(0, sum));
  }
}

/**
 * Quantiles at `quantileLevels` of a number that is a smooth function of the place on a line, in each joint state of its own: between the
 * nodes of a panel both the number and the density are polynomials.
 * @param values states × nodes; each state's nodes in the order of the line, panel by panel
 * @param weights of the same, summing to 1
 */
export function lineQuantiles(values: Float64Array, weights: Float64Array): Float64Array {
  return quantilesOf(eachPanel(weights, (start, own) => new Panel(values.subarray(start, start + perPanel), own)));
}

/**
 * The same of a number that is Normal given the place, about a mean that is a straight line there.
 * @param means states × nodes
 * @param sd of each joint state, above 0
 */
export function smearedLineQuantiles(means: Float64Array, sd: Float64Array, weights: Float64Array): Float64Array {
  const nodes = weights.length / sd.length;
  return quantilesOf(
    eachPanel(
      weights,
      (start, own) => new SmearedPanel(means.subarray(start, start + perPanel), sd[Math.floor(start / nodes)]!, own),
    ),
  );
}

function eachPanel(weights: Float64Array, made: (start: number, own: Float64Array) => Share): Share[] {
  const panels: Share[] = [];
  for (let start = 0; start < weights.length; start += perPanel) {
    const own = weights.subarray(start, start + perPanel);
    if (own.some((weight) => weight > negligible)) panels.push(made(start, own));
  }
  return panels;
}

function quantilesOf(panels: readonly Share[]): Float64Array {
  const total = panels.reduce((sum, { mass }) => sum + mass, 0);
  const upTo = (x: number) => panels.reduce((sum, panel) => sum + panel.upTo(x), 0) / total;
  const lowest = panels.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY);
  const highest = panels.reduce((most, { high }) => Math.max(most, high), Number.NEGATIVE_INFINITY);
  let start = lowest;
  return Float64Array.from(quantileLevels, (level) => {
    start = increasing(upTo, level, start, highest);
    return start;
  });
}

/** Of all the probability; a node with less does not move a quantile. */
const negligible = 1e-18;

/** Where a function that never falls reaches a level: false position, kept away from the ends, in turns with halving. */
function increasing(f: (x: number) => number, level: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [below, above] = [f(low) - level, f(high) - level];
  if (below >= 0) return low;
  for (let i = 0; i < 120 && high - low > 1e-15 * Math.max(Math.abs(low), Math.abs(high)); i++) {
    const share = above > below ? -below / (above - below) : 0.5;
    const step = i % 3 === 2 ? 0.5 : Math.min(Math.max(share, 1e-6), 1 - 1e-6);
    const middle = low + step * (high - low);
    if (!(middle > low && middle < high)) break;
    const value = f(middle) - level;
    if (Math.abs(value) < 1e-15) return middle;
    if (value < 0) [low, below] = [middle, value];
    else [high, above] = [middle, value];
  }
  return 0.5 * (low + high);
}

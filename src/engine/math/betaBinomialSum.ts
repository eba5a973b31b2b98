import { betaBinomialLogMass } from './betaBinomialLogMass';
import { integrate } from './gaussLegendre';

/** Values at either end that are summed one by one: the mass may have no bound there. */
const ends = 256;
/** Natural logarithm of what is nothing beside the highest. */
const nothing = -745;

/**
 * The distribution function of a beta-binomial with a long support and a wide bulk. Between the ends the sum of the masses is the integral of
 * the mass over the counts from k + ½ down, less a 24th of its slope (Euler and Maclaurin's formula from the middles: what is left out is
 * below 1e-11 of the mass); the integral is taken over the logit of k/n, in which the mass is one smooth hill.
 */
export class BetaBinomialSum {
  /** P(X ≤ k) and P(X ≥ n − k) for k = 0 … ends − 1. */
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  /** Where the panels begin, how wide they are, and the integral up to each. */
  private readonly start: number;
  private readonly width: number;
  private readonly sums: readonly number[];
  private readonly lowest: number;
  private readonly total: number;

  /** @param n many times larger than 2 × 256 @param sd the standard deviation: hundreds, at least */
  constructor(
    private readonly n: number,
    private readonly alpha: number,
    private readonly beta: number,
    sd: number,
  ) {
    this.first = cumulated((k) => this.mass(k));
    this.last = cumulated((k) => this.mass(n - k));
    const [low, high] = [this.logit(ends - 0.5), this.logit(n - ends + 0.5)];
    const centre = Math.min(high, Math.max(low, Math.log(alpha / beta)));
    this.width = Math.min(0.75, sd / this.perLogit(centre));
    let peak = Number.NEGATIVE_INFINITY;
    const isHigh = (w: number) => {
      const log = betaBinomialLogMass(this.count(w), n, alpha, beta) + Math.log(this.perLogit(w));
      peak = Math.max(peak, log);
      return log > peak + nothing;
    };
    let below = 0;
    while (centre - below * this.width > low && isHigh(centre - below * this.width)) below++;
    let above = 0;
    while (centre + above * this.width < high && isHigh(centre + above * this.width)) above++;
    this.start = centre - below * this.width;
    this.lowest = Math.max(low, this.start);
    const sums = [0];
    for (let panel = 0; panel < below + above; panel++) {
      const from = this.start + panel * this.width;
      sums.push(sums.at(-1)! + this.integral(Math.max(low, from), Math.min(high, from + this.width)));
    }
    this.sums = sums;
    this.total =
      this.first.at(-1)! + sums.at(-1)! - this.slope(n - ends + 0.5) + this.slope(ends - 0.5) + this.last.at(-1)!;
  }

  /** P(X ≤ k) for a whole k. */
  cdf(k: number): number {
    const { n, first, last, total } = this;
    if (k < 0 || k >= n) return k < 0 ? 0 : 1;
    if (k < ends) return first[k]! / total;
    if (n - k - 1 < ends) return 1 - last[n - k - 1]! / total;
    const sum = first.at(-1)! + this.upTo(this.logit(k + 0.5)) - this.slope(k + 0.5) + this.slope(ends - 0.5);
    return Math.min(1, Math.max(0, sum / total));
  }

  /** The integral from the lowest place to w. */
  private upTo(w: number): number {
    const { start, width, sums, lowest } = this;
    if (w <= lowest) return 0;
    const panel = Math.floor((w - start) / width);
    if (panel >= sums.length - 1) return sums.at(-1)!;
    return sums[panel]! + this.integral(Math.max(lowest, start + panel * width), w);
  }

  private integral(from: number, to: number): number {
    return from < to ? integrate((w) => this.mass(this.count(w)) * this.perLogit(w), from, to, 1) : 0;
  }

  private mass(k: number): number {
    return Math.exp(betaBinomialLogMass(k, this.n, this.alpha, this.beta));
  }

  /** A 24th of the slope of the mass. */
  private slope(k: number): number {
    return (this.mass(k + 0.5) - this.mass(k - 0.5)) / 24;
  }

  private logit(k: number): number {
    return Math.log(k / (this.n - k));
  }

  private count(w: number): number {
    return this.n / (1 + Math.exp(-w));
  }

  /** Counts for each unit of the logit. */
  private perLogit(w: number): number {
    return this.n / (2 + Math.exp(w) + Math.exp(-w));
  }
}

function cumulated(mass: (k: number) => number): Float64Array {
  const result = new Float64Array(ends);
  let total = 0;
  for (let k = 0; k < ends; k++) {
    total += mass(k);
    result[k] = total;
  }
  return result;
}

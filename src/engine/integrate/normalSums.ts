import type { Accumulator, Segment } from '../math/accumulator';
import { fastExp, fastExpLeast } from '../math/fastExp';
import { logRootTwoPi } from '../math/normalCdf';
import type { Batch } from '../values/batch';

/** Weighted Normals, one at each node; mean and standard deviation may be the same at all. */
export interface NormalNodes {
  readonly mean: Batch;
  readonly sd: Batch;
  readonly logWeights: Float64Array;
}

/** Points at which sums are wanted. */
export interface SumPoints {
  readonly values: Float64Array;
  /** The places of those among them that are evenly spaced, rising; the others are taken one by one. */
  readonly even: Int32Array;
}

/** Evenly spaced points between two exponentials: so many products lose less than 1e-13 of a term. */
const stretch = 64;
/** Room at both ends of the sums, for points are taken four at a time. */
const margin = 4;
/** Standard deviations from a mean up to which densities are added; at the end they are 5e-32 of their peak. */
const reach = 12;
/** Where a sum is a smaller share of all peaks together, what lies beyond the reach may be seen in it: it is made anew with logarithms. */
const faint = 1e-17;

/**
 * Adds Σ weight · density of each segment's nodes, at every point, to the sums of its group; in double precision.
 *
 * Along evenly spaced points a normal density is a product: with y the distance from the mean and d the spacing, both in standard deviations,
 * φ(y + d) = φ(y) · exp(−yd − d²/2), and that factor itself changes by exp(−d²) from point to point. From the mean outwards, two products a
 * point and node take the place of an exponential. Nodes with an invalid parameter, or without weight, count for nothing.
 */
export function addNormalSums(
  points: SumPoints,
  nodes: NormalNodes,
  segments: readonly Segment[],
  totals: Accumulator,
  components: Accumulator | null,
): void {
  const normals = new Normals(points, nodes);
  // What is one total is summed at once, whatever components it is made of.
  for (let i = 0; i < segments.length; i++) {
    const { start, total } = segments[i]!;
    while (segments[i + 1]?.total === total && segments[i + 1]!.start === segments[i]!.end) i++;
    normals.addSegment(totals, total, start, segments[i]!.end);
  }
  if (components === null) return;
  for (const { start, end, component } of segments) {
    if (component >= 0) normals.addSegment(components, component, start, end);
  }
}

/** What the factor from one point to the next changes by from point to point, and by over four and over sixteen. */
interface Powers {
  readonly step: number;
  readonly step4: number;
  readonly step16: number;
}

function powersOf(step: number): Powers {
  const step4 = step * step * step * step;
  return { step, step4, step16: step4 * step4 * step4 * step4 };
}

class Normals {
  private readonly means: Float64Array;
  private readonly inverses: Float64Array;
  /** log of weight · density at the mean; −Infinity where a node counts for nothing. */
  private readonly peaks: Float64Array;
  private readonly others: Int32Array;
  private readonly sums: Float64Array;
  /** The evenly spaced points, and their sums with a margin. */
  private readonly places: Float64Array;
  private readonly evenSums: Float64Array;
  private readonly low: number;
  private readonly step: number;

  constructor(
    private readonly points: SumPoints,
    { mean, sd, logWeights }: NormalNodes,
  ) {
    const count = logWeights.length;
    this.means = spread(mean, count);
    this.inverses = new Float64Array(count);
    this.peaks = new Float64Array(count);
    let [known, log] = [Number.NaN, Number.NaN];
    for (let n = 0; n < count; n++) {
      const width = sd.data[sd.nodes === 1 ? 0 : n]!;
      if (width !== known) [known, log] = [width, Math.log(width)];
      const peak = logWeights[n]! - log - logRootTwoPi;
      const inverse = 1 / width;
      this.inverses[n] = inverse;
      const valid = inverse > 0 && inverse < Number.POSITIVE_INFINITY && Number.isFinite(this.means[n]);
      this.peaks[n] = valid ? peak : Number.NEGATIVE_INFINITY;
    }
    const { values, even } = points;
    this.sums = new Float64Array(values.length);
    this.places = Float64Array.from(even, (p) => values[p]!);
    this.evenSums = new Float64Array(even.length + 2 * margin);
    const isEven = new Set(even);
    this.others = Int32Array.from(values.keys()).filter((p) => !isEven.has(p));
    this.low = even.length === 0 ? 0 : values[even[0]!]!;
    this.step = even.length < 2 ? 1 : (values[even.at(-1)!]! - this.low) / (even.length - 1);
  }

  /** Adds the sum over some nodes at every point to a group. */
  addSegment(into: Accumulator, group: number, start: number, end: number): void {
    const { values } = this.points;
    let top = Number.NEGATIVE_INFINITY;
    for (let n = start; n < end; n++) if (this.peaks[n]! > top) top = this.peaks[n]!;
    if (top === Number.NEGATIVE_INFINITY) return;
    const sums = this.sums.fill(0);
    const least = faint * this.addTo(sums, start, end, top);
    for (let p = 0; p < sums.length; p++) {
      if (sums[p]! > least) into.add(group, p, top, sums[p]!);
      else into.add(group, p, this.logSum(values[p]!, start, end), 1);
    }
  }

  /**
   * Adds exp(−top) · weight · density of some nodes within their reach.
   * @returns the sum of the peaks
   */
  private addTo(sums: Float64Array, start: number, end: number, top: number): number {
    const { values } = this.points;
    this.evenSums.fill(0);
    let all = 0;
    for (let n = start; n < end; n++) {
      const peak = Math.exp(this.peaks[n]! - top);
      // Far less than the least that is told apart.
      if (peak < 1e-250) continue;
      all += peak;
      this.addEven(n, peak);
      for (const p of this.others) {
        const y = (values[p]! - this.means[n]!) * this.inverses[n]!;
        if (Math.abs(y) <= reach) sums[p]! += peak * Math.exp(-0.5 * y * y);
      }
    }
    this.points.even.forEach((p, i) => {
      sums[p] = this.evenSums[i + margin]!;
    });
    return all;
  }

  /** Adds one node at the evenly spaced points. */
  private addEven(n: number, peak: number): void {
    const { low, step } = this;
    const last = this.points.even.length - 1;
    if (last < 0) return;
    const [mean, inverse] = [this.means[n]!, this.inverses[n]!];
    const [d, width] = [step * inverse, reach / inverse];
    const powers = powersOf(Math.exp(-d * d));
    const middle = Math.min(Math.max(Math.round((mean - low) / step), 0), last);
    const right = Math.min(last, Math.floor((mean + width - low) / step));
    const left = Math.max(0, Math.ceil((mean - width - low) / step));
    for (let k = middle; k <= right; k += stretch) {
      this.addStretch(k, 1, Math.min(right - k + 1, stretch), peak, (this.places[k]! - mean) * inverse, d, powers);
    }
    for (let k = middle - 1; k >= left; k -= stretch) {
      this.addStretch(k, -1, Math.min(k - left + 1, stretch), peak, (mean - this.places[k]!) * inverse, d, powers);
    }
  }

  /**
   * Adds peak · exp(−(y + i·d)²/2) at so many points from k on, up or down. Four of them at once, each with a factor of its own for the way to the
   * fourth next: the processor need not wait for one product to begin the other.
   */
  private addStretch(
    k: number,
    direction: 1 | -1,
    count: number,
    peak: number,
    y: number,
    d: number,
    powers: Powers,
  ): void {
    const sums = this.evenSums;
    const { step, step4, step16 } = powers;
    let factor = Math.exp(-d * (y + 0.5 * d));
    let a = peak * Math.exp(-0.5 * y * y);
    let ratioA = factor;
    let b = a * factor;
    factor *= step;
    ratioA *= factor;
    let c = b * factor;
    factor *= step;
    ratioA *= factor;
    let e = c * factor;
    ratioA *= factor * step;
    let ratioB = ratioA * step4;
    let ratioC = ratioB * step4;
    let ratioE = ratioC * step4;
    for (let i = 0, at = k + margin; i < count; i += 4, at += 4 * direction) {
      sums[at]! += a;
      sums[at + direction]! += b;
      sums[at + 2 * direction]! += c;
      sums[at + 3 * direction]! += e;
      a *= ratioA;
      b *= ratioB;
      c *= ratioC;
      e *= ratioE;
      ratioA *= step16;
      ratioB *= step16;
      ratioC *= step16;
      ratioE *= step16;
    }
  }

  /** log Σ weight · density of some nodes at one point. */
  private logSum(x: number, start: number, end: number): number {
    let top = Number.NEGATIVE_INFINITY;
    for (let n = start; n < end; n++) {
      const y = (x - this.means[n]!) * this.inverses[n]!;
      const log = this.peaks[n]! - 0.5 * y * y;
      if (log > top) top = log;
    }
    if (top === Number.NEGATIVE_INFINITY) return top;
    let sum = 0;
    for (let n = start; n < end; n++) {
      const y = (x - this.means[n]!) * this.inverses[n]!;
      const below = this.peaks[n]! - 0.5 * y * y - top;
      if (below > fastExpLeast) sum += fastExp(below);
    }
    return top + Math.log(sum);
  }
}

function spread({ nodes, data }: Batch, count: number): Float64Array {
  return nodes === 1 ? new Float64Array(count).fill(data[0]!) : data;
}

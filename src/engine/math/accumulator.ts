import { fastExp, fastExpLeast } from './fastExp';

/**
 * Sums of exponentials at every point, for several groups, taken in one block after another: each sum is kept as a maximum and
 * a sum relative to it, so that nothing overflows and small terms are not lost.
 */
export class Accumulator {
  private readonly maxima: Float64Array;
  private readonly sums: Float64Array;

  constructor(
    readonly groups: number,
    readonly points: number,
  ) {
    this.maxima = new Float64Array(groups * points).fill(Number.NEGATIVE_INFINITY);
    this.sums = new Float64Array(groups * points);
  }

  /** Adds `sum · exp(maximum)` to a group at a point. */
  add(group: number, point: number, maximum: number, sum: number): void {
    const at = group * this.points + point;
    const present = this.maxima[at]!;
    if (maximum > present) {
      const old = present === Number.NEGATIVE_INFINITY ? 0 : this.sums[at]! * Math.exp(present - maximum);
      this.maxima[at] = maximum;
      this.sums[at] = maximum === Number.POSITIVE_INFINITY ? 1 : old + sum;
    } else if (maximum > Number.NEGATIVE_INFINITY && maximum < Number.POSITIVE_INFINITY) {
      this.sums[at]! += sum * Math.exp(maximum - present);
    }
  }

  /** log of a group's sum at a point. */
  log(group: number, point: number): number {
    const at = group * this.points + point;
    return this.maxima[at]! + Math.log(this.sums[at]!);
  }

  /** A group's sums at all points, times exp(logFactor). */
  values(group: number, logFactor: number): Float64Array {
    const result = new Float64Array(this.points);
    let [known, factor] = [Number.NaN, Number.NaN];
    for (let p = 0, at = group * this.points; p < this.points; p++, at++) {
      const exponent = this.maxima[at]! + logFactor;
      // Far from a component most of its values are too small for a number.
      if (this.sums[at] === 0 || exponent < vanishing) continue;
      if (exponent !== known) [known, factor] = [exponent, Math.exp(exponent)];
      result[p] = this.sums[at]! * factor;
    }
    return result;
  }
}

/** e to this is 0, times any sum there can be. */
const vanishing = -800;

/** A run of nodes whose terms belong together. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The group in the accumulator of totals. */
  readonly total: number;
  /** The group in the accumulator of components; −1 for none. */
  readonly component: number;
}

/**
 * Adds exp(logTerms[p, n] + logWeights[n]) to the sums of the segment that n lies in, for every point p.
 * @param logTerms points × nodes, or points × 1 for terms that are the same at every node
 */
export function accumulate(
  logTerms: ArrayLike<number>,
  logWeights: Float64Array,
  points: number,
  segments: readonly Segment[],
  totals: Accumulator,
  components: Accumulator | null,
): void {
  const nodes = logWeights.length;
  const step = logTerms.length === points && nodes > 1 ? 0 : 1;
  const stride = step === 0 ? 1 : nodes;
  for (let p = 0; p < points; p++) {
    const row = p * stride;
    for (const { start, end, total, component } of segments) {
      let maximum = Number.NEGATIVE_INFINITY;
      for (let n = start; n < end; n++) {
        const term = logTerms[row + n * step]! + logWeights[n]!;
        if (term > maximum) maximum = term;
      }
      if (maximum === Number.NEGATIVE_INFINITY) continue;
      let sum = 1;
      if (end - start > 1) {
        sum = 0;
        for (let n = start; n < end; n++) {
          const below = logTerms[row + n * step]! + logWeights[n]! - maximum;
          if (below > fastExpLeast) sum += fastExp(below);
        }
      }
      totals.add(total, p, maximum, sum);
      if (components !== null && component >= 0) components.add(component, p, maximum, sum);
    }
  }
}

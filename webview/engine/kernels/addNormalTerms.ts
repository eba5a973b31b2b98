import type { Accumulator, Segment } from '../accumulator';
import type { Kernels } from './kernels';
import { putNormalTerms } from './normalTerms';

/** Nodes with a Normal conditional. */
export interface NormalNodes {
  /** Of each node, or one for all; as `sd`. */
  readonly mean: ArrayLike<number>;
  readonly sd: ArrayLike<number>;
  readonly logWeights: Float64Array;
}

/**
 * Adds weight · density of every node at every point to the sums of its segment: what `accumulate` does with the log densities, without
 * writing these out.
 * @returns false, with nothing added, where a weight is infinite
 */
export function addNormalTerms(
  fused: Kernels,
  x: Float64Array,
  nodes: NormalNodes,
  segments: readonly Segment[],
  totals: Accumulator,
  components: Accumulator | null,
): boolean {
  if (nodes.logWeights.includes(Number.POSITIVE_INFINITY)) return false;
  const padded = (x.length + 7) & ~7;
  for (const { start, end, total, component } of segments) {
    fused.reset();
    const points = fused.put(x, padded);
    const terms = putNormalTerms(fused, nodes.mean, nodes.sd, nodes.logWeights, start, end);
    if (terms.base === Number.NEGATIVE_INFINITY) continue;
    const [maxima, sums] = [fused.room(4 * padded), fused.room(4 * padded)];
    fused.run.normalSums(points, padded, terms.mean, terms.scale, terms.offset, terms.count, maxima, sums);
    const [tops, shares] = [fused.floats(maxima, x.length), fused.floats(sums, x.length)];
    totals.addRow(total, tops, shares, terms.base);
    if (components !== null && component >= 0) components.addRow(component, tops, shares, terms.base);
  }
  return true;
}

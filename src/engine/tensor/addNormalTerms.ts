import type { Accumulator, Segment } from '../math/accumulator';
import { type NormalNodes, putNormalTerms } from './normalTerms';
import type { Kernels } from './wasmKernels';

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
  for (let n = 0; n < nodes.logWeights.length; n++) {
    if (nodes.logWeights[n] === Number.POSITIVE_INFINITY) return false;
  }
  const padded = (x.length + 7) & ~7;
  for (const { start, end, total, component } of segments) {
    fused.reset();
    const points = fused.put(x, padded);
    const { mean, scale, offset, count, base } = putNormalTerms(fused, nodes, start, end);
    if (base === Number.NEGATIVE_INFINITY) continue;
    const [maxima, sums] = [fused.room(4 * padded), fused.room(4 * padded)];
    fused.run.normalSums(points, padded, mean, scale, offset, count, maxima, sums);
    const [tops, shares] = [fused.floats(maxima, x.length), fused.floats(sums, x.length)];
    totals.addRow(total, tops, shares, base);
    if (components !== null && component >= 0) components.addRow(component, tops, shares, base);
  }
  return true;
}

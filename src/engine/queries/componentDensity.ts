import type { Component } from '../evaluate/laws/moments';
import { logSumExp, orNothing } from '../math/logSum';

/** log of the density of a mixture of univariate distributions at some points. */
export function componentDensity(
  components: readonly Component[],
  weights: Float64Array,
  x: Float64Array,
): Float64Array {
  const shown = components.filter((_, i) => weights[i]! > 0);
  const logWeights = weights.filter((weight) => weight > 0).map(Math.log);
  const terms = new Float64Array(shown.length);
  return x.map((at) => {
    shown.forEach(({ family, parameters }, i) => {
      terms[i] = orNothing(family.logDensity(at, parameters)) + logWeights[i]!;
    });
    return logSumExp(terms);
  });
}

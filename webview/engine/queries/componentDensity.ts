import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { UnivariateFamily } from '../distributions/family';
import { scoped } from '../scoped';
import { logSumExp } from './logSum';
import type { Component } from './nodeLaw';

/** Numbers in one table, at most. */
const blockLimit = 2 ** 20;

/** log of the density of a mixture of univariate distributions at some points. */
export function componentDensity(
  components: readonly Component[],
  weights: Float64Array,
  x: Float64Array,
): Float64Array {
  const families = new Map<UnivariateFamily, number[]>();
  components.forEach(({ family }, i) => {
    if (!(weights[i]! > 0)) return;
    const own = families.get(family);
    if (own === undefined) families.set(family, [i]);
    else own.push(i);
  });
  const sums: number[][] = Array.from(x, () => []);
  const step = Math.max(1, Math.floor(blockLimit / x.length));
  for (const [family, own] of families) {
    for (let first = 0; first < own.length; first += step) {
      const some = own.slice(first, first + step);
      const logs = logProbs(
        family,
        some.map((i) => components[i]!.parameters),
        x,
      );
      sums.forEach((sum, p) => {
        sum.push(logSumExp(some.map((i, n) => logs[p * some.length + n]! + Math.log(weights[i]!))));
      });
    }
  }
  return Float64Array.from(sums, logSumExp);
}

/** x × nodes. */
function logProbs(family: UnivariateFamily, parameters: readonly (readonly number[])[], x: Float64Array): Float32Array {
  return scoped(() => {
    const count = parameters[0]!.length;
    const columns: Tensor[] = Array.from({ length: count }, (_, i) =>
      tensor(
        Float32Array.from(parameters, (own) => own[i]!),
        [1, parameters.length],
      ),
    );
    const logs = family.logProb(tensor(Float32Array.from(x), [x.length, 1]), columns).dataSync();
    return Float32Array.from(logs, (log) => (Number.isNaN(log) ? Number.NEGATIVE_INFINITY : log));
  });
}

import { add, expandDims, type Tensor, type TensorInfo, tidy } from '@tensorflow/tfjs-core';
import { normal } from '../distributions/normal';
import { resultOf, valuesOf } from './backendValues';
import { logSumExp } from './logSumExp';
import { putNormalTerms } from './normalTerms';
import { canFuse, checkOperand, registerFused, runFused } from './register';

/** Components of a mixture of Normals: each [components]. */
export interface Mixture {
  readonly mean: Tensor;
  readonly sd: Tensor;
  readonly logWeight: Tensor;
}

const name = 'MixtureLogDensity';

/**
 * log Σₖ exp(logWeight[k]) Normal(x | mean[k], sd[k]) at every point, by one pass over points and components. Right to the last
 * digits of single precision in the far tails; −Infinity where all weights are 0; NaN everywhere where a component is undefined.
 * @param x [points]
 * @returns [points]
 * @throws Error where an operand is not float32 or has another shape
 */
export function mixtureLogDensity(x: Tensor, { mean, sd, logWeight }: Mixture): Tensor {
  checkOperand(name, 'x', x, [null]);
  checkOperand(name, 'mean', mean, [null]);
  const shape = [mean.shape[0]!];
  if (shape[0] === 0) throw new Error(`${name}: there must be at least one component.`);
  checkOperand(name, 'sd', sd, shape);
  checkOperand(name, 'logWeight', logWeight, shape);
  if (!canFuse(name)) return composedMixtureLogDensity(x, { mean, sd, logWeight });
  return runFused<Tensor>(name, { x, mean, sd, logWeight });
}

/** The same by operations of TensorFlow.js. */
export function composedMixtureLogDensity(x: Tensor, { mean, sd, logWeight }: Mixture): Tensor {
  return tidy(() => logSumExp(add(normal.logProb(expandDims(x, 1), [mean, sd]), logWeight)));
}

/** Points that are in the kernels' memory at once: with their sums they stay in the nearest caches. */
const pointsAtOnce = 4096;

registerFused(name, (fused, backend, inputs) => {
  const { x, mean, sd, logWeight } = inputs as Record<'x' | 'mean' | 'sd' | 'logWeight', TensorInfo>;
  const nodes = {
    mean: valuesOf(backend, mean),
    sd: valuesOf(backend, sd),
    logWeights: valuesOf(backend, logWeight),
  };
  const [count, points] = [mean.shape[0]!, x.shape[0]!];
  fused.reset();
  const terms = putNormalTerms(fused, nodes, 0, count);
  const undefinedComponent = isUndefined(nodes.mean, nodes.sd, nodes.logWeights);
  const block = Math.min(pointsAtOnce, (points + 7) & ~7);
  const at = { x: fused.room(4 * block), maxima: fused.room(4 * block), sums: fused.room(4 * block) };
  return resultOf(backend, [points], 'float32', (result) => {
    if (undefinedComponent || !Number.isFinite(terms.base)) {
      result.fill(undefinedComponent ? Number.NaN : terms.base);
      return;
    }
    const values = valuesOf(backend, x);
    for (let first = 0; first < points; first += block) {
      const here = Math.min(block, points - first);
      const padded = (here + 7) & ~7;
      fused.floats(at.x, here).set(values.subarray(first, first + here));
      fused.run.normalSums(at.x, padded, terms.mean, terms.scale, terms.offset, count, at.maxima, at.sums);
      fused.run.logOfSums(at.x, padded, at.maxima, at.sums, terms.base * Math.LN2, at.sums);
      result.set(fused.floats(at.sums, here), first);
    }
  });
});

function isUndefined(mean: ArrayLike<number>, sd: ArrayLike<number>, logWeights: ArrayLike<number>): boolean {
  for (let k = 0; k < logWeights.length; k++) {
    if (Number.isNaN(mean[k]!) || Number.isNaN(logWeights[k]!) || !(sd[k]! > 0)) return true;
  }
  return false;
}

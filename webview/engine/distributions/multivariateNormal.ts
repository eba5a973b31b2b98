import { add, mul, sub } from '@tensorflow/tfjs-core';
import { cholesky } from '../math/cholesky';
import { logRootTwoPi } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import { gaussianForm } from '../math/tensor/gaussianForm';
import type { MultivariateFamily } from './family';
import { normal } from './normal';

/** Parameters: mean [n], covariance [n, n]. */
export const multivariateNormal: MultivariateFamily = {
  kind: 'multivariate',
  logProb(x, [mean, covariance]) {
    const n = mean!.shape.at(-1)!;
    return mul(add(gaussianForm(sub(x, mean!), covariance!), 2 * n * logRootTwoPi), -0.5);
  },
  uniforms: (n) => n,
  draw(uniforms, n, parameters) {
    const L = cholesky(parameters.slice(n), n);
    if (!L) return new Array<number>(n).fill(NaN);
    const z = uniforms.slice(0, n).map(normalQuantile);
    return z.map((_, i) => z.slice(0, i + 1).reduce((sum, zj, j) => sum + L[i * n + j]! * zj, parameters[i]!));
  },
  coordinate(i, n, parameters) {
    return { family: normal, parameters: [parameters[i]!, Math.sqrt(parameters[n + i * n + i]!)] };
  },
  mean: (n, parameters) => parameters.slice(0, n),
  covariance: (n, parameters) => parameters.slice(n, n + n * n),
};

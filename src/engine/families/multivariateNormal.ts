import { cholesky } from '../math/cholesky';
import { logRootTwoPi } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import type { MultivariateFamily } from './family';
import { normal } from './normal';

/** Parameters: mean [n], covariance [n, n]. */
export const multivariateNormal: MultivariateFamily = {
  kind: 'multivariate',
  logDensity(x, n, parameters) {
    const L = cholesky(parameters.slice(n), n);
    if (L === null) return null;
    let constant = -n * logRootTwoPi;
    for (let i = 0; i < n; i++) constant -= Math.log(L[i * n + i]!);
    const y = new Float64Array(n);
    return Float64Array.from({ length: x.length / n }, (_, point) => {
      let square = 0;
      for (let i = 0; i < n; i++) {
        let rest = x[point * n + i]! - parameters[i]!;
        for (let j = 0; j < i; j++) rest -= L[i * n + j]! * y[j]!;
        y[i] = rest / L[i * n + i]!;
        square += y[i]! * y[i]!;
      }
      return constant - 0.5 * square;
    });
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

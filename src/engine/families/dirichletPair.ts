import { dirichlet } from './dirichlet';
import type { MultivariateFamily } from './family';

/** Two of the shares of a Dirichlet by themselves: the third share of its parameter [3] is what they leave of 1. */
export const dirichletPair: MultivariateFamily = {
  kind: 'multivariate',
  logDensity(x, _, parameters) {
    const whole = new Float64Array((x.length / 2) * 3);
    for (let point = 0; 2 * point < x.length; point++) {
      const [a, b] = [x[2 * point]!, x[2 * point + 1]!];
      whole.set([a, b, 1 - a - b], 3 * point);
    }
    return dirichlet.logDensity(whole, 3, parameters);
  },
  uniforms: () => 2,
  draw: (uniforms, _, parameters) => dirichlet.draw(uniforms, 3, parameters).slice(0, 2),
  coordinate: (i, _, parameters) => dirichlet.coordinate(i, 3, parameters),
  mean: (_, parameters) => dirichlet.mean(3, parameters).slice(0, 2),
  covariance(_, parameters) {
    const all = dirichlet.covariance(3, parameters);
    return [all[0]!, all[1]!, all[3]!, all[4]!];
  },
};

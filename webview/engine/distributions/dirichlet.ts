import {
  abs,
  add,
  any,
  div,
  expandDims,
  greater,
  lessEqual,
  log,
  logicalAnd,
  logicalNot,
  logicalOr,
  mul,
  notEqual,
  sub,
  sum,
} from '@tensorflow/tfjs-core';
import { logGammaInverse } from '../math/gammaInverse';
import { deviance } from '../math/tensor/deviance';
import { logFactorialExcess } from '../math/tensor/logFactorialExcess';
import { beta } from './beta';
import { dirac } from './dirac';
import type { MultivariateFamily } from './family';
import { guard, outside, positive } from './support';

const total = (numbers: readonly number[]) => numbers.reduce((sum, a) => sum + a, 0);

/**
 * Parameter: concentration [n]. The density is over the first n − 1 shares. With N the sum of the concentrations a the log
 * density is Σ (log a/x − D(a, N x) − excess(a)) + excess(N) − log N. Shares that sum to 1 but for rounding are normalised.
 */
export const dirichlet: MultivariateFamily = {
  kind: 'multivariate',
  logProb(x, [concentration]) {
    const a = positive(concentration!);
    const N = sum(a, -1);
    const off = greater(abs(sub(sum(x, -1), 1)), 1e-4);
    const known = logicalNot(any(notEqual(x, x), -1));
    const no = logicalAnd(logicalOr(off, any(lessEqual(x, 0), -1)), known);
    const inner = guard(x, expandDims(no, -1), 1);
    const share = div(inner, sum(inner, -1, true));
    const terms = sub(sub(log(div(a, share)), deviance(a, mul(expandDims(N, -1), share))), logFactorialExcess(a));
    return outside(no, add(sum(terms, -1), sub(logFactorialExcess(N), log(N))));
  },
  uniforms: (n) => n,
  draw(uniforms, n, concentration) {
    const logs = uniforms.slice(0, n).map((u, i) => logGammaInverse(concentration[i]!, u, 1 - u));
    const highest = Math.max(...logs);
    const shares = logs.map((log) => Math.exp(log - highest));
    return shares.map((share) => share / total(shares));
  },
  coordinate(i, n, concentration) {
    if (n === 1) return { family: dirac, parameters: [1] };
    const rest = total(concentration) - concentration[i]!;
    return { family: beta, parameters: [concentration[i]!, rest] };
  },
  mean(_n, concentration) {
    return concentration.map((a) => a / total(concentration));
  },
  covariance(n, concentration) {
    const N = total(concentration);
    return Array.from({ length: n * n }, (_, index) => {
      const [i, j] = [Math.floor(index / n), index % n];
      const [p, q] = [concentration[i]! / N, concentration[j]! / N];
      return ((i === j ? p : 0) - p * q) / (N + 1);
    });
  },
};

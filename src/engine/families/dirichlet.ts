import { betaInverse } from '../math/betaInverse';
import { deviance } from '../math/deviance';
import { logFactorialExcess, logGamma } from '../math/stirling';
import { beta } from './beta';
import { dirac } from './dirac';
import type { MultivariateFamily } from './family';

const total = (numbers: readonly number[]) => numbers.reduce((sum, a) => sum + a, 0);

/** How far from 1 the sum of shares may be, which are divided by it. */
const sumTolerance = 1e-4;

/** Σ (−log x − D(a, N x)) over shares above 0. */
function inside(shares: Float64Array, sum: number, concentration: readonly number[], N: number): number {
  return shares.reduce((log, each, i) => {
    const share = each / sum;
    return log - Math.log(share) - deviance(concentration[i]!, N * share);
  }, 0);
}

/** The limit of the log density where some shares are 0: without their factors where these are flat. */
function atEdge(shares: Float64Array, concentration: readonly number[]): number {
  const powers = concentration.filter((_, i) => shares[i] === 0).map((a) => a - 1);
  if (powers.some((power) => power > 0)) return Number.NEGATIVE_INFINITY;
  if (powers.some((power) => power < 0)) return Number.POSITIVE_INFINITY;
  const logs = concentration.map((a, i) => (a === 1 ? 0 : (a - 1) * Math.log(shares[i]!)) - logGamma(a));
  return logGamma(total(concentration)) + total(logs);
}

/**
 * Parameter: concentration [n]. The density is over the first n − 1 shares. With N the sum of the concentrations a the log
 * density is Σ (log a/x − D(a, N x) − excess(a)) + excess(N) − log N. Shares that sum to 1 but for rounding are normalised.
 */
export const dirichlet: MultivariateFamily = {
  kind: 'multivariate',
  logDensity(x, n, concentration) {
    const N = total(concentration);
    const excess = concentration.reduce((sum, a) => sum + Math.log(a) - logFactorialExcess(a), 0);
    const constant = excess + logFactorialExcess(N) - Math.log(N);
    return Float64Array.from({ length: x.length / n }, (_, point) => {
      const shares = x.subarray(point * n, (point + 1) * n);
      const sum = shares.reduce((a, b) => a + b, 0);
      if (!(Math.abs(sum - 1) <= sumTolerance) || shares.some((share) => share < 0)) return Number.NEGATIVE_INFINITY;
      return shares.includes(0) ? atEdge(shares, concentration) : constant + inside(shares, sum, concentration, N);
    });
  },
  uniforms: (n) => n - 1,
  // Stick by stick: each share is a Beta of what the shares before it leave.
  draw(uniforms, n, concentration) {
    const shares = new Array<number>(n).fill(0);
    let logLeft = 0;
    let rest = total(concentration);
    for (let i = 0; i < n - 1; i++) {
      rest -= concentration[i]!;
      const [log, logOther] = betaInverse(concentration[i]!, rest, uniforms[i]!, 1 - uniforms[i]!);
      shares[i] = Math.exp(logLeft + log);
      logLeft += logOther;
    }
    shares[n - 1] = Math.exp(logLeft);
    return shares;
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

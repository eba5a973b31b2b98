import { logScaledBesselI0 } from '../../../src/engine/math/besselRatios';
import { integrate } from '../../../src/engine/math/gaussLegendre';
import { logNormalCdf } from '../../../src/engine/math/normalCdf';
import { logGamma } from '../../../src/engine/math/stirling';
import type { FamilyName } from '../../../src/model/families';

/** A log density in double precision, in the textbook's form, at points of the support. */
type LogDensity = (x: number, parameters: readonly number[]) => number;

export type UnivariateName = Exclude<FamilyName, 'MultivariateNormal' | 'Dirichlet'>;

const logRoot = 0.5 * Math.log(2 * Math.PI);
const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
/** n log p, with 0 log 0 = 0 */
const times = (n: number, logP: number) => (n === 0 ? 0 : n * logP);

/** Of the interval [a, b]; relative to its highest density, so that nothing underflows. */
function logNormalMass(a: number, b: number): number {
  const mode = Math.min(Math.max(0, a), b);
  const [low, high] = [Math.max(a, mode - 40), Math.min(b, mode + 40)];
  const mass = integrate((t) => Math.exp(-0.5 * (t - mode) * (t + mode)), low, high, 400);
  return Math.log(mass) - 0.5 * mode * mode - logRoot;
}

const normal: LogDensity = (x, [mean, sd]) => -0.5 * ((x - mean!) / sd!) ** 2 - Math.log(sd!) - logRoot;
const binomial = (x: number, n: number, logP: number, logQ: number) =>
  logChoose(n, x) + times(x, logP) + times(n - x, logQ);

/** In the catalogue's order. */
export const densities: Readonly<Record<UnivariateName, LogDensity>> = {
  Normal: normal,
  Laplace: (x, [loc, scale]) => -Math.abs(x - loc!) / scale! - Math.log(2 * scale!),
  Logistic(x, [loc, scale]) {
    const y = Math.abs(x - loc!) / scale!;
    return -y - 2 * Math.log1p(Math.exp(-y)) - Math.log(scale!);
  },
  Cauchy: (x, [loc, scale]) => -Math.log(Math.PI * scale!) - 2 * Math.log(Math.hypot(1, (x - loc!) / scale!)),
  Gumbel(x, [loc, scale]) {
    const y = (x - loc!) / scale!;
    return -y - Math.exp(-y) - Math.log(scale!);
  },
  StudentT(x, [df, loc, scale]) {
    const y = (x - loc!) / scale! / Math.sqrt(df!);
    const constant = logGamma(0.5 * (df! + 1)) - logGamma(0.5 * df!) - 0.5 * Math.log(Math.PI * df!) - Math.log(scale!);
    return constant - (df! + 1) * Math.log(Math.hypot(1, y));
  },
  SkewNormal: (x, [loc, scale, shape]) =>
    Math.LN2 + normal(x, [loc!, scale!]) + logNormalCdf((shape! * (x - loc!)) / scale!),
  Uniform: (_x, [low, high]) => -Math.log(high! - low!),
  TruncatedNormal: (x, [mean, sd, low, high]) =>
    normal(x, [mean!, sd!]) - logNormalMass((low! - mean!) / sd!, (high! - mean!) / sd!),
  Exponential: (x, [rate]) => Math.log(rate!) - rate! * x,
  Gamma: (x, [shape, rate]) => shape! * Math.log(rate!) + (shape! - 1) * Math.log(x) - rate! * x - logGamma(shape!),
  InverseGamma: (x, [shape, scale]) =>
    shape! * Math.log(scale!) - (shape! + 1) * Math.log(x) - scale! / x - logGamma(shape!),
  LogNormal: (x, parameters) => normal(Math.log(x), parameters) - Math.log(x),
  HalfNormal: (x, [scale]) => Math.LN2 + normal(x, [0, scale!]),
  HalfCauchy: (x, [scale]) => Math.log(2 / Math.PI / scale!) - 2 * Math.log(Math.hypot(1, x / scale!)),
  Weibull(x, [shape, scale]) {
    const logY = Math.log(x / scale!);
    return Math.log(shape! / scale!) + (shape! - 1) * logY - Math.exp(shape! * logY);
  },
  Pareto: (x, [shape, scale]) => Math.log(shape!) + shape! * Math.log(scale!) - (shape! + 1) * Math.log(x),
  Beta: (x, [alpha, beta]) => (alpha! - 1) * Math.log(x) + (beta! - 1) * Math.log1p(-x) - logBeta(alpha!, beta!),
  VonMises: (x, [mean, concentration]) =>
    -2 * concentration! * Math.sin(0.5 * (x - mean!)) ** 2 - Math.log(2 * Math.PI) - logScaledBesselI0(concentration!),
  Bernoulli: (x, [p]) => Math.log(x === 1 ? p! : 1 - p!),
  Categorical: (x, probabilities) => Math.log(probabilities[x - 1]!),
  DiscreteUniform: (_x, [low, high]) => -Math.log(high! - low! + 1),
  Binomial: (x, [n, p]) => binomial(x, n!, Math.log(p!), Math.log1p(-p!)),
  BetaBinomial: (x, [n, alpha, beta]) =>
    logChoose(n!, x) + logBeta(x + alpha!, n! - x + beta!) - logBeta(alpha!, beta!),
  Poisson: (x, [rate]) => times(x, Math.log(rate!)) - rate! - logGamma(x + 1),
  Geometric: (x, [p]) => Math.log(p!) + times(x, Math.log1p(-p!)),
  NegativeBinomial: (x, [r, p]) =>
    logGamma(x + r!) - logGamma(x + 1) - logGamma(r!) + r! * Math.log(p!) + times(x, Math.log1p(-p!)),
  Dirac: (x, [value]) => (x === value ? 0 : -Infinity),
};

/** Parameters that show each family in its different shapes; every number is exact in single precision. */
export const examples: Readonly<Record<UnivariateName, readonly (readonly number[])[]>> = {
  Normal: [
    [0.25, 1.5],
    [-3, 0.125],
  ],
  Laplace: [[0.25, 1.5]],
  Logistic: [[0.25, 1.5]],
  Cauchy: [[0.25, 1.5]],
  Gumbel: [[0.25, 1.5]],
  StudentT: [
    [3, 0.25, 1.5],
    [0.5, 0, 2],
    [100, -1, 0.5],
  ],
  SkewNormal: [
    [0.25, 1.5, 2],
    [0.25, 1.5, -5],
    [0.25, 1.5, 0],
  ],
  Uniform: [[-1, 2]],
  TruncatedNormal: [
    [0.25, 1.5, -1, 2],
    [0, 1, 3, 4.5],
    [5, 2, -4, 1],
  ],
  Exponential: [[1.5]],
  Gamma: [
    [2.5, 1.5],
    [0.5, 3],
    [1, 2],
    [40, 8],
    [10000, 4],
  ],
  InverseGamma: [
    [2.5, 1.5],
    [20, 4],
    [1024, 8],
  ],
  LogNormal: [[0.25, 0.75]],
  HalfNormal: [[1.5]],
  HalfCauchy: [[1.5]],
  Weibull: [
    [1.5, 2],
    [0.5, 2],
    [1, 0.5],
    [6, 3],
  ],
  Pareto: [[2.5, 1.5]],
  Beta: [
    [2.5, 1.5],
    [0.5, 0.75],
    [1, 1],
    [30, 60],
    [8192, 24576],
  ],
  VonMises: [
    [0.25, 1.5],
    [-1, 12],
    [0.5, 40],
    [0, 4096],
  ],
  Bernoulli: [[0.3125]],
  Categorical: [[0.25, 0.125, 0.625]],
  DiscreteUniform: [[-2, 4]],
  Binomial: [
    [10, 0.3125],
    [200, 0.5],
    [10000, 0.25],
  ],
  BetaBinomial: [
    [10, 1.5, 2.5],
    [1024, 200, 300],
  ],
  Poisson: [[3.5], [200], [16384]],
  Geometric: [[0.3125]],
  NegativeBinomial: [
    [2.5, 0.3125],
    [30, 0.625],
    [1024, 0.25],
  ],
  Dirac: [[1.5]],
};

export const names = Object.keys(densities) as readonly UnivariateName[];

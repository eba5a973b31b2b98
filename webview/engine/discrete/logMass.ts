import type { FamilyName } from '../../../src/model/families';
import { betaBinomialLogMass } from '../math/betaBinomialLogMass';
import { deviance } from '../math/deviance';
import { logRootTwoPi } from '../math/normalCdf';
import { logFactorialExcess } from '../math/stirling';

type LogMass = (x: number, parameters: readonly number[]) => number;

const none = Number.NEGATIVE_INFINITY;

/** Probabilities that are written in the model: they are taken as they stand, without a logarithm on the way. */
const masses: Readonly<Partial<Record<FamilyName, LogMass>>> = {
  Bernoulli: (x, [p]) => (x === 1 ? p! : x === 0 ? 1 - p! : 0),
  Categorical: (x, probabilities) => (Number.isInteger(x) ? (probabilities[x - 1] ?? 0) : 0),
  DiscreteUniform: (x, [low, high]) => (Number.isInteger(x) && x >= low! && x <= high! ? 1 / (high! - low! + 1) : 0),
  Dirac: (x, [value]) => (x === value ? 1 : 0),
};

/** log densities of elementary families in double precision; parameters in the catalogue's order and within their domains. */
const logDensities: Readonly<Partial<Record<FamilyName, LogMass>>> = {
  Normal: (x, [mean, sd]) => -0.5 * ((x - mean!) / sd!) ** 2 - Math.log(sd!) - logRootTwoPi,
  Laplace: (x, [loc, scale]) => -Math.abs(x - loc!) / scale! - Math.log(2 * scale!),
  Logistic(x, [loc, scale]) {
    const y = Math.abs(x - loc!) / scale!;
    return -y - Math.log(scale!) - 2 * Math.log1p(Math.exp(-y));
  },
  Cauchy: (x, [loc, scale]) => -Math.log(Math.PI * scale!) - 2 * Math.log(Math.hypot(1, (x - loc!) / scale!)),
  Gumbel(x, [loc, scale]) {
    const y = (x - loc!) / scale!;
    return -y - Math.exp(-y) - Math.log(scale!);
  },
  Uniform: (x, [low, high]) => (x >= low! && x <= high! ? -Math.log(high! - low!) : none),
  Exponential: (x, [rate]) => (x >= 0 ? Math.log(rate!) - rate! * x : none),
  HalfNormal: (x, [scale]) => (x >= 0 ? -0.5 * (x / scale!) ** 2 - Math.log(scale!) - logRootTwoPi + Math.LN2 : none),
  HalfCauchy: (x, [scale]) =>
    x >= 0 ? Math.log(2 / (Math.PI * scale!)) - 2 * Math.log(Math.hypot(1, x / scale!)) : none,
  LogNormal(x, [mean, sd]) {
    if (!(x > 0)) return none;
    const log = Math.log(x);
    return -0.5 * ((log - mean!) / sd!) ** 2 - log - Math.log(sd!) - logRootTwoPi;
  },
  Poisson: (x, [rate]) => (x >= 0 && Number.isInteger(x) ? -deviance(x, rate!) - logFactorialExcess(x) : none),
  Geometric(x, [p]) {
    if (!(x >= 0) || !Number.isInteger(x)) return none;
    return x === 0 ? Math.log(p!) : Math.log(p!) + x * Math.log1p(-p!);
  },
  NegativeBinomial(x, [r, p]) {
    if (!(x >= 0) || !Number.isInteger(x)) return none;
    const all = x + r!;
    const excess = logFactorialExcess(all) - logFactorialExcess(x) - logFactorialExcess(r!);
    return Math.log(r! / all) + excess - deviance(r!, all * p!) - deviance(x, all * (1 - p!));
  },
  BetaBinomial: (x, [n, alpha, beta]) =>
    x >= 0 && x <= n! && Number.isInteger(x) ? betaBinomialLogMass(x, n!, alpha!, beta!) : none,
  Binomial(x, [n, p]) {
    if (!(x >= 0 && x <= n!) || !Number.isInteger(x)) return none;
    const rest = n! - x;
    const excess = logFactorialExcess(n!) - logFactorialExcess(x) - logFactorialExcess(rest);
    return excess - deviance(x, n! * p!) - deviance(rest, n! * (1 - p!));
  },
};

/** Whether a family's density is known in double precision here. */
export function hasLogMass(name: FamilyName): boolean {
  return masses[name] !== undefined || logDensities[name] !== undefined;
}

/**
 * log p(x) of a univariate family in double precision, natural logarithm; −Infinity outside of the support.
 * @param parameters in the catalogue's order, within their domains; those of a Categorical are its probabilities
 */
export function logMass(name: FamilyName, x: number, parameters: readonly number[]): number {
  const mass = masses[name];
  return mass === undefined ? logDensities[name]!(x, parameters) : Math.log(mass(x, parameters));
}

/** p(x) of the same. */
export function mass(name: FamilyName, x: number, parameters: readonly number[]): number {
  const own = masses[name];
  return own === undefined ? Math.exp(logDensities[name]!(x, parameters)) : own(x, parameters);
}

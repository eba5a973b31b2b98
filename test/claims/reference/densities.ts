/**
 * Log densities straight from their definitions, scalars in double precision, for judging the product's: nothing here is the product's
 * own. Counts and shapes may be large: there the definitions are arranged by C. Loader, "Fast and accurate computation of
 * binomial probabilities" (2000), so that nothing large cancels.
 */

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);
const never = Number.NEGATIVE_INFINITY;

/** log Γ(x), x > 0: Stirling's series from 15 on, below by the recurrence. */
export function logGamma(x: number): number {
  if (x < 15) {
    let product = 1;
    let shifted = x;
    for (; shifted < 15; shifted++) product *= shifted;
    return logGamma(shifted) - Math.log(product);
  }
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x);
}

/** log Γ(x) less Stirling's formula, x ≥ 15. */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / x;
}

/** log n! less its Stirling formula √(2πn) (n/e)ⁿ. */
function stirlingError(n: number): number {
  if (n >= 15) return stirlingSeries(n);
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi;
}

/** x log(x / m) + m − x, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m);
    let [sum, term] = [(x - m) * v, 2 * x * v];
    for (let j = 1; j < 1000; j++) {
      term *= v * v;
      const next = sum + term / (2 * j + 1);
      if (next === sum) break;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / m) + m - x;
}

/** x need not be whole. */
export function poisson(x: number, rate: number): number {
  if (x < 0) return never;
  if (rate === 0) return x === 0 ? 0 : never;
  if (x === 0) return -rate;
  return -stirlingError(x) - deviance(x, rate) - halfLogTwoPi - 0.5 * Math.log(x);
}

/** Neither need be whole; q = 1 − p by itself, for p near 1. */
export function binomial(x: number, n: number, p: number, q = 1 - p): number {
  if (x < 0 || x > n) return never;
  if (p === 0) return x === 0 ? 0 : never;
  if (q === 0) return x === n ? 0 : never;
  if (x === 0) return n * (p < 0.5 ? Math.log1p(-p) : Math.log(q));
  if (x === n) return n * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  return errors - deviance(x, n * p) - deviance(n - x, n * q) - halfLogTwoPi + 0.5 * Math.log(n / x / (n - x));
}

/** Failures before r successes; q = 1 − p by itself, for p near 1. */
export function negativeBinomial(x: number, r: number, p: number, q = 1 - p): number {
  if (x < 0) return never;
  if (x === 0) return r * (q < 0.5 ? Math.log1p(-q) : Math.log(p));
  return Math.log(r / (r + x)) + binomial(r, r + x, p, q);
}

export function geometric(x: number, p: number): number {
  return x < 0 ? never : Math.log(p) + x * Math.log1p(-p);
}

export function betaBinomial(x: number, n: number, a: number, b: number): number {
  if (x < 0 || x > n) return never;
  const choose = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return choose + logBeta(a + x, b + n - x) - logBeta(a, b);
}

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

export function normal(x: number, mean: number, sd: number): number {
  const z = (x - mean) / sd;
  return -0.5 * z * z - Math.log(sd) - halfLogTwoPi;
}

export function laplace(x: number, loc: number, scale: number): number {
  return -Math.abs(x - loc) / scale - Math.log(2 * scale);
}

export function logistic(x: number, loc: number, scale: number): number {
  const z = Math.abs((x - loc) / scale);
  return -z - Math.log(scale) - 2 * Math.log1p(Math.exp(-z));
}

export function cauchy(x: number, loc: number, scale: number): number {
  const z = (x - loc) / scale;
  return -Math.log(Math.PI * scale) - Math.log1p(z * z);
}

export function gumbel(x: number, loc: number, scale: number): number {
  const z = (x - loc) / scale;
  return -z - Math.exp(-z) - Math.log(scale);
}

export function studentT(x: number, df: number, loc: number, scale: number): number {
  const z = (x - loc) / scale;
  const factor = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI) - Math.log(scale);
  return factor - ((df + 1) / 2) * Math.log1p((z * z) / df);
}

export function skewNormal(x: number, loc: number, scale: number, shape: number): number {
  return Math.log(2) + normal(x, loc, scale) + logNormalCdf((shape * (x - loc)) / scale);
}

export function uniform(x: number, low: number, high: number): number {
  return x < low || x > high ? never : -Math.log(high - low);
}

export function truncatedNormal(x: number, mean: number, sd: number, low: number, high: number): number {
  if (x < low || x > high) return never;
  return normal(x, mean, sd) - logNormalBetween((low - mean) / sd, (high - mean) / sd);
}

export function exponential(x: number, rate: number): number {
  return x < 0 ? never : Math.log(rate) - rate * x;
}

export function gamma(x: number, shape: number, rate: number): number {
  if (x < 0 || x === 0) return never;
  if (shape >= 15) return Math.log(rate) + poisson(shape - 1, rate * x);
  return shape * Math.log(rate) + (shape - 1) * Math.log(x) - rate * x - logGamma(shape);
}

export function inverseGamma(x: number, shape: number, scale: number): number {
  return x <= 0 ? never : gamma(1 / x, shape, scale) - 2 * Math.log(x);
}

export function logNormal(x: number, mean: number, sd: number): number {
  return x <= 0 ? never : normal(Math.log(x), mean, sd) - Math.log(x);
}

export function halfNormal(x: number, scale: number): number {
  return x < 0 ? never : Math.log(2) + normal(x, 0, scale);
}

export function halfCauchy(x: number, scale: number): number {
  return x < 0 ? never : Math.log(2) + cauchy(x, 0, scale);
}

export function weibull(x: number, shape: number, scale: number): number {
  if (x <= 0) return never;
  const log = Math.log(x / scale);
  return Math.log(shape / scale) + (shape - 1) * log - Math.exp(shape * log);
}

export function pareto(x: number, shape: number, scale: number): number {
  return x < scale ? never : Math.log(shape / scale) - (shape + 1) * Math.log(x / scale);
}

/** y = 1 − x by itself, for x near 1. */
export function beta(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0 || y <= 0) return never;
  return (a - 1) * Math.log(x) + (b - 1) * Math.log(y) - logBeta(a, b);
}

export function vonMises(x: number, mean: number, concentration: number): number {
  if (Math.abs(x) > Math.PI) return never;
  // I₀(κ) e^−κ is the mean of e^(κ (cos t − 1)) over a circle: the trapezoidal rule is exact to rounding there.
  const points = 4096;
  let total = 0;
  for (let i = 0; i < points; i++) total += Math.exp(concentration * (Math.cos((2 * Math.PI * i) / points) - 1));
  return concentration * (Math.cos(x - mean) - 1) - Math.log(2 * Math.PI) - Math.log(total / points);
}

export function bernoulli(x: boolean, p: number): number {
  return x ? Math.log(p) : Math.log1p(-p);
}

/** log sigmoid(x). */
export function logSigmoid(x: number): number {
  return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** log Φ(x): the series of erf in the middle, its continued fraction in the tail. */
export function logNormalCdf(x: number): number {
  if (x > 0) return Math.log1p(-Math.exp(logNormalCdf(-x)));
  const z = -x;
  if (z < 3) {
    // Φ(−z) = 1/2 − φ(z) (z + z³/3 + z⁵/(3·5) + …)
    let [term, total] = [z, z];
    for (let k = 1; k < 200; k++) {
      term *= (z * z) / (2 * k + 1);
      total += term;
    }
    return Math.log(0.5 - Math.exp(normal(z, 0, 1)) * total);
  }
  // Φ(−z) = φ(z) / (z + 1/(z + 2/(z + 3/(z + …))))
  let fraction = z;
  for (let k = 300; k >= 1; k--) fraction = z + k / fraction;
  return normal(z, 0, 1) - Math.log(fraction);
}

/** log (Φ(b) − Φ(a)), a < b. */
export function logNormalBetween(a: number, b: number): number {
  if (a > 0) return logNormalBetween(-b, -a);
  const [low, high] = [logNormalCdf(a), logNormalCdf(b)];
  if (b > 0) return Math.log1p(-Math.exp(low) - Math.exp(logNormalCdf(-b)));
  return high + Math.log1p(-Math.exp(low - high));
}

export function normalCdf(x: number): number {
  return Math.exp(logNormalCdf(x));
}

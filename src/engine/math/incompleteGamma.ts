import { deviance } from './deviance';
import { logFactorialExcess } from './stirling';
import { tailIntegral } from './tailIntegral';

const tiny = 1e-300;

/** x^a e^(−x) / Γ(a + 1), without cancellation for large a. */
function prefix(a: number, x: number): number {
  return Math.exp(-deviance(a, x) - logFactorialExcess(a));
}

function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1e6 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return prefix(a, x) * sum;
}

/** The continued fraction of Γ(a, x), by the modified Lentz method. */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 1e6; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + numerator / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return a * prefix(a, x) * value;
}

/** Beyond it the series and the fraction take hundreds of steps, and a quadrature of fixed length serves. */
const large = 20_000;

/** The smaller of P and Q for a large shape: the integral of the density from x away from its middle. */
function smallerTail(a: number, x: number): number {
  const side = x < a ? -1 : 1;
  const phi = (s: number) => deviance(a, x + side * s, a - x - side * s);
  const tail = tailIntegral(phi, (s) => a / (x + side * s), Math.abs(x - a) / x, a / (x * x));
  return tail * Math.exp(-logFactorialExcess(a));
}

/**
 * P(a, x), the lower regularised incomplete gamma function: the distribution function at x of a Gamma of shape a, rate 1.
 * Relative precision down to the smallest values.
 * @returns NaN unless a > 0
 */
export function gammaP(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (a > large) return x < a ? smallerTail(a, x) : 1 - smallerTail(a, x);
  return x < a + 1 ? lowerBySeries(a, x) : 1 - upperByFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x); small values keep their relative precision. */
export function gammaQ(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (a > large) return x < a ? 1 - smallerTail(a, x) : smallerTail(a, x);
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}

import { deviance } from './deviance';
import { gammaP, gammaQ } from './incompleteGamma';
import { logFactorialExcess } from './stirling';
import { tailIntegral } from './tailIntegral';

const tiny = 1e-300;

/** x^a y^b / B(a, b) with y = 1 − x, without cancellation for large a and b. */
function prefix(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const excess = logFactorialExcess(n) - logFactorialExcess(a) - logFactorialExcess(b);
  return a * (b / n) * Math.exp(excess - deviance(a, n * x) - deviance(b, n * y));
}

/** The continued fraction of the incomplete beta function, by the modified Lentz method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < tiny) d = tiny;
  d = 1 / d;
  let value = d;
  for (let m = 1; m < 1e4; m++) {
    const even = (m / (a + 2 * m - 1)) * ((b - m) / (a + 2 * m)) * x;
    const odd = -((a + m) / (a + 2 * m)) * ((a + b + m) / (a + 2 * m + 1)) * x;
    let factor = 1;
    for (const numerator of [even, odd]) {
      d = 1 + numerator * d;
      if (Math.abs(d) < tiny) d = tiny;
      c = 1 + numerator / c;
      if (Math.abs(c) < tiny) c = tiny;
      d = 1 / d;
      factor = d * c;
      value *= factor;
    }
    // One unit in the last place either way: rounding may keep it from ever being nearer.
    if (Math.abs(factor - 1) < 3e-16) break;
  }
  return value;
}

/**
 * Whether b is so much larger than a that −log(1 − X) for X ~ Beta(a, b) is a Gamma of shape a and this rate, to within a few
 * ten-billionths: the continued fraction would take as many steps as the root of b has units.
 * @returns the rate b + (a − 1)/2, or null
 */
export function gammaLimit(a: number, b: number): number | null {
  return b > 1e8 * Math.max(a, 1) ? b + 0.5 * (a - 1) : null;
}

/** Where a parameter is beyond it the continued fraction takes hundreds of steps or more. */
const large = 100_000;
/** Up to it the series takes some hundred terms; beyond it a quadrature takes less. */
const few = 5000;

/** I_x(a, b) for x below the mean and a not large, by a series of positive terms. */
function lowerBySeries(a: number, b: number, x: number, y: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1e5 && term > sum * 1e-17; n++) {
    term *= ((a + b + n - 1) / (a + n)) * x;
    sum += term;
  }
  return (prefix(a, b, x, y) * sum) / a;
}

/** 1 − I_x(a, b) for x above the mean and b large: the integral of the density from x up, over the logarithm of the place. */
function upperByQuadrature(a: number, b: number, x: number, y: number): number {
  // From where a density without bound at 0 still is one, the other side is no small number.
  if (b * x < 1) return 1 - lowerBySeries(a, b, x, y);
  const n = a + b;
  // n x − a, from whichever of x and y is smaller.
  const above = x < y ? n * x - a : b - n * y;
  const phi = (w: number) => {
    const s = x * Math.expm1(w);
    if (!(s < y)) return Number.POSITIVE_INFINITY;
    return deviance(a, n * (x + s), -above - n * s) + deviance(b, n * (y - s), above + n * s);
  };
  const excess = logFactorialExcess(n) - logFactorialExcess(a) - logFactorialExcess(b);
  const factor = (w: number) => 1 / (y - x * Math.expm1(w));
  const tail = tailIntegral(phi, factor, above / y, b * (x / y) ** 2 + a + above / y);
  return a * (b / n) * Math.exp(excess) * tail;
}

/** The smaller part for large parameters: I_x(a, b) for x below the mean. */
function lowerOfLarge(a: number, b: number, x: number, y: number): number {
  return a > few ? upperByQuadrature(b, a, y, x) : lowerBySeries(a, b, x, y);
}

/** −log y, from whichever of y and x = 1 − y is known better. */
function minusLog(y: number, x: number): number {
  return x < 0.5 ? -Math.log1p(-x) : -Math.log(y);
}

/**
 * I_x(a, b), the regularised incomplete beta function: the distribution function at x of a Beta. Small values keep their
 * relative precision.
 * @param y 1 − x, for callers that know it better than the subtraction does
 * @returns NaN unless a > 0 and b > 0
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const [rate, mirrored] = [gammaLimit(a, b), gammaLimit(b, a)];
  if (rate !== null) return gammaP(a, rate * minusLog(y, x));
  if (mirrored !== null) return gammaQ(b, mirrored * minusLog(x, y));
  if (Math.max(a, b) > large) {
    return x * b < y * a ? lowerOfLarge(a, b, x, y) : 1 - lowerOfLarge(b, a, y, x);
  }
  if (x < (a + 1) / (a + b + 2)) return (prefix(a, b, x, y) * fraction(a, b, x)) / a;
  return 1 - (prefix(a, b, x, y) * fraction(b, a, y)) / b;
}

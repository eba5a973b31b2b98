import { deviance } from './deviance';
import { gammaP, gammaQ } from './incompleteGamma';
import { normalCdf } from './normalCdf';
import { logFactorialExcess } from './stirling';

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
  for (let m = 1; m < 1e5; m++) {
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

/** Where both parameters are beyond this the normal's distribution function serves. */
const nearlyNormal = 1e10;

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
  if (Math.min(a, b) > nearlyNormal) {
    const [p, q] = [a / (a + b), b / (a + b)];
    return normalCdf((x - p) / Math.sqrt((p * q) / (a + b)));
  }
  if (x < (a + 1) / (a + b + 2)) return (prefix(a, b, x, y) * fraction(a, b, x)) / a;
  return 1 - (prefix(a, b, x, y) * fraction(b, a, y)) / b;
}

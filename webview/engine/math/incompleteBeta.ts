import { deviance } from './deviance';
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
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
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
 * I_x(a, b), the regularised incomplete beta function: the distribution function at x of a Beta. Small values keep their
 * relative precision.
 * @param y 1 − x, for callers that know it better than the subtraction does
 * @returns NaN unless a > 0 and b > 0
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x < (a + 1) / (a + b + 2)) return (prefix(a, b, x, y) * fraction(a, b, x)) / a;
  return 1 - (prefix(a, b, x, y) * fraction(b, a, y)) / b;
}

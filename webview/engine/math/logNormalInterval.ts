import { integrate } from './gaussLegendre';
import { logNormalCdf, logRootTwoPi, normalCdf } from './normalCdf';

/**
 * log (Φ(b) − Φ(a)) for a < b, ends infinite or not. In one tail by the difference of log Φ; where the interval is so narrow
 * that Φ hardly changes over it, by quadrature of the density relative to its middle.
 */
export function logNormalInterval(a: number, b: number): number {
  if (!(a < b)) return a === b ? -Infinity : NaN;
  if (a > 0) return logNormalInterval(-b, -a);
  const width = b - a;
  const middle = 0.5 * (a + b);
  if (width < 1 && width * Math.abs(middle) < 4) {
    const relative = integrate((t) => Math.exp(-t * (middle + 0.5 * t)), -0.5 * width, 0.5 * width, 1);
    return -0.5 * middle * middle - logRootTwoPi + Math.log(relative);
  }
  if (b > 0) return Math.log1p(-normalCdf(a) - normalCdf(-b));
  const upper = logNormalCdf(b);
  return upper + Math.log(-Math.expm1(logNormalCdf(a) - upper));
}

import { chebyshev } from './chebyshev';
import { millsRatio } from './millsRatio';
import { logRootTwoPi, normalCdf, normalDensity } from './normalCdf';

/** Of Φ⁻¹(u) + r with r = √(−2 log u), in w = (r − 4)/(r + 4) stretched to [-1, 1] over u from ½ down to 1e-320; error below 2e-5. */
const coefficients = [
  0.572807831989, -0.507761380172, 0.0714316173667, -0.020030353186, 0.00374786367805, -0.00126024829225,
  0.000241109408718, -0.000100198291313, 0.0000156648064779,
];
const wLow = -0.5451741247476385;
const wHigh = 0.8112682628012213;

/**
 * Φ⁻¹(u), the quantile of the standard normal, for u in (0, 1), to about double precision: a starting value good to 2e-5
 * and one step of Halley's method, which cubes the error.
 * @returns ∓Infinity at 0 and 1, NaN outside of [0, 1]
 */
export function normalQuantile(u: number): number {
  if (!(u >= 0 && u <= 1)) return NaN;
  if (u === 0) return -Infinity;
  if (u === 0.5) return 0;
  // 1 − u is exact here, and the lower tail keeps what u itself has of precision.
  if (u > 0.5) return u === 1 ? Infinity : -normalQuantile(1 - u);
  const logU = Math.log(u);
  const r = Math.sqrt(-2 * logU);
  const v = (2 * ((r - 4) / (r + 4) - wLow)) / (wHigh - wLow) - 1;
  const x = chebyshev(coefficients, v) - r;
  const step = newtonStep(x, u, logU);
  return x - step / (1 + 0.5 * x * step);
}

/** (Φ(x) − u) / φ(x), in the far tail without forming either. */
function newtonStep(x: number, u: number, logU: number): number {
  if (x > -8) return (normalCdf(x) - u) / normalDensity(x);
  return -millsRatio(-x) * Math.expm1(logU + 0.5 * x * x + logRootTwoPi - Math.log(millsRatio(-x)));
}

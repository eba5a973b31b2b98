import { logRootTwoPi } from './normalCdf';

/** Binet's function μ(y) = log Γ(y) − (y − ½) log y + y − log √(2π) for y ≥ 10, by Stirling's series. */
function binet(y: number): number {
  const s = 1 / (y * y);
  const series =
    1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156))))));
  return series / y;
}

/**
 * log x! − (x log x − x) with x! = Γ(x + 1), for x ≥ 0: what Stirling's leading term leaves of the log factorial.
 * Densities are written with it because differences of large log gammas lose all their digits, and differences of
 * this slowly growing remainder do not (the idea of Loader's saddle-point form of the binomial).
 */
export function logFactorialExcess(x: number): number {
  if (x === 0) return 0;
  if (x < 10) return logGammaFromShift(x + 1) - (x * Math.log(x) - x);
  return 0.5 * Math.log(x) + logRootTwoPi + binet(x);
}

/** log Γ(y) for 0 < y < 11 by Γ(y) = Γ(y + n) / (y (y + 1) … (y + n − 1)). */
function logGammaFromShift(y: number): number {
  let product = 1;
  let shifted = y;
  while (shifted < 10) product *= shifted++;
  return (shifted - 0.5) * Math.log(shifted) - shifted + logRootTwoPi + binet(shifted) - Math.log(product);
}

/** log Γ(x) for x > 0; Infinity at 0, NaN below. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x < 10) return logGammaFromShift(x);
  return (x - 0.5) * Math.log(x) - x + logRootTwoPi + binet(x);
}

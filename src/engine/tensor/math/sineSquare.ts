import { mul, round, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { horner } from './horner';

/** Of sin²(h)/h² = Σ (−1)^k 2^(2k+1) h^(2k) / (2k + 2)!. */
const coefficients: readonly number[] = Array.from({ length: 11 }).reduce<number[]>((terms, _, k) => {
  terms.push(k === 0 ? 1 : (terms[k - 1]! * -4) / ((2 * k + 1) * (2 * k + 2)));
  return terms;
}, []);

/** sin²(x/2), elementwise, relative precision near its zeros: the sine of the WebAssembly backend has only five digits. */
export function sineSquare(x: Tensor): Tensor {
  const turns = round(mul(x, 1 / (2 * Math.PI)));
  // 2π in two parts, of which the first times a small whole number is exact in single precision.
  const h = mul(sub(sub(x, mul(turns, 6.28125)), mul(turns, 2 * Math.PI - 6.28125)), 0.5);
  const t = square(h);
  return mul(t, horner(coefficients, t));
}

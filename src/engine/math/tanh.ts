import { fastExp } from './fastExp';

/** Below it the series is better than the quotient, from which half of the digits have gone. */
const small = 0.02;
/** From here on tanh is 1 in double precision. */
const large = 19.1;

/**
 * tanh x to a relative error of 1e-14, several times faster than Math.tanh: (1 − e⁻²ˣ) / (1 + e⁻²ˣ), and near 0 its Taylor series. Networks at
 * thousands of nodes spend most of their time in their activations.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < small) {
    const square = x * x;
    return x * (1 + square * (-1 / 3 + square * (2 / 15 - (17 / 315) * square)));
  }
  if (size > large) return Math.sign(x);
  const e = fastExp(-2 * size);
  const value = (1 - e) / (1 + e);
  return x < 0 ? -value : value;
}

import { exp, expm1 } from './exp';
import { log2OnePlus } from './log2';
import { madd } from './madd';

/** tanh by e^(−2|x|) − 1, which keeps its digits near 0. */
export function tanh(x: v128): v128 {
  const e = expm1(f32x4.mul(f32x4.abs(x), f32x4.splat(-2)));
  const size = f32x4.div(f32x4.neg(e), f32x4.add(e, f32x4.splat(2)));
  return v128.bitselect(x, size, f32x4.splat(-0.0));
}

export function sigmoid(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  const upper = v128.bitselect(f32x4.splat(1), e, f32x4.ge(x, f32x4.splat(0)));
  return f32x4.div(upper, f32x4.add(e, f32x4.splat(1)));
}

/** max(x, 0) + log(1 + e^−|x|) */
export function softplus(x: v128): v128 {
  const e = exp(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  // Of 1 + e above √2 the half goes through the polynomial.
  const large = f32x4.gt(e, f32x4.splat(0.41421356));
  const half = f32x4.mul(f32x4.sub(e, one), f32x4.splat(0.5));
  const bits = f32x4.add(log2OnePlus(v128.bitselect(half, e, large)), v128.and(one, large));
  return f32x4.add(f32x4.pmax(f32x4.splat(0), x), f32x4.mul(bits, f32x4.splat(Mathf.LN2)));
}

/** x · Φ(x), with Hastings' approximation of the error function (Abramowitz and Stegun 7.1.26), as TensorFlow.js has it. */
export function gelu(x: v128): v128 {
  const a = f32x4.mul(f32x4.abs(x), f32x4.splat(Mathf.SQRT1_2));
  const t = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(f32x4.splat(0.3275911), a)));
  let p = f32x4.splat(1.061405429);
  p = madd(p, t, f32x4.splat(-1.453152027));
  p = madd(p, t, f32x4.splat(1.421413741));
  p = madd(p, t, f32x4.splat(-0.284496736));
  p = madd(p, t, f32x4.splat(0.254829592));
  const tail = f32x4.mul(f32x4.mul(p, t), exp(f32x4.neg(f32x4.mul(a, a))));
  const size = f32x4.sub(f32x4.splat(1), tail);
  const erf = v128.bitselect(x, size, f32x4.splat(-0.0));
  return f32x4.mul(f32x4.mul(x, f32x4.splat(0.5)), f32x4.add(erf, f32x4.splat(1)));
}

/**
 * Applies an activation to `count` numbers in place, a multiple of 4.
 * @param code its place in the language's list: linear, tanh, relu, sigmoid, softplus, elu, gelu, silu, exp
 */
export function activate(values: usize, count: i32, code: i32): void {
  const end = values + ((<usize>count) << 2);
  switch (code) {
    case 1:
      for (let at = values; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
      break;
    case 2:
      for (let at = values; at < end; at += 16) v128.store(at, relu(v128.load(at)));
      break;
    case 3:
      for (let at = values; at < end; at += 16) v128.store(at, sigmoid(v128.load(at)));
      break;
    case 4:
      for (let at = values; at < end; at += 16) v128.store(at, softplus(v128.load(at)));
      break;
    case 5:
      for (let at = values; at < end; at += 16) v128.store(at, elu(v128.load(at)));
      break;
    case 6:
      for (let at = values; at < end; at += 16) v128.store(at, gelu(v128.load(at)));
      break;
    case 7:
      for (let at = values; at < end; at += 16) {
        const x = v128.load(at);
        v128.store(at, f32x4.mul(x, sigmoid(x)));
      }
      break;
    case 8:
      for (let at = values; at < end; at += 16) v128.store(at, exp(v128.load(at)));
      break;
  }
}

function relu(x: v128): v128 {
  const zero = f32x4.splat(0);
  // NaN is not below 0, and stays.
  return v128.andnot(x, f32x4.lt(x, zero));
}

function elu(x: v128): v128 {
  return v128.bitselect(expm1(x), x, f32x4.lt(x, f32x4.splat(0)));
}

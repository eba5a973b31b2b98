import {
  abs,
  add,
  equal,
  floor,
  greater,
  greaterEqual,
  isNaN as isNaNTensor,
  less,
  lessEqual,
  logicalAnd,
  logicalNot,
  logicalOr,
  mul,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** The parameter where it is above 0, NaN elsewhere: what is computed from an invalid parameter is then NaN, with no more ado. */
export function positive(parameter: Tensor): Tensor {
  return where(greater(parameter, 0), parameter, NaN);
}

/** The parameter where it is 0 or more, NaN elsewhere. */
export function nonnegative(parameter: Tensor): Tensor {
  return where(greaterEqual(parameter, 0), parameter, NaN);
}

/** The parameter where it is in [0, 1], NaN elsewhere. */
export function unit(parameter: Tensor): Tensor {
  return where(logicalAnd(greaterEqual(parameter, 0), lessEqual(parameter, 1)), parameter, NaN);
}

/** True where x is no whole number, or is infinite; not where it is NaN. */
export function notWhole(x: Tensor): Tensor {
  return logicalOr(greater(x, floor(x)), equal(abs(x), Infinity));
}

/** x with a harmless value in the places of the mask, so that the values there do not become NaN. */
export function guard(x: Tensor, mask: Tensor, harmless: number | Tensor): Tensor {
  return where(mask, harmless, x);
}

/**
 * −Infinity where x is outside of the support and the parameters are valid, the log density elsewhere. With invalid
 * parameters the log density is NaN, and stays so.
 * @param logDensity has the full, broadcast shape
 */
export function outside(mask: Tensor, logDensity: Tensor): Tensor {
  const valid = logicalNot(isNaNTensor(logDensity));
  return where(logicalAnd(mask, valid), -Infinity, logDensity);
}

/** 0 for every x, masked or not, but NaN for NaN: what makes a density that is flat undefined at an undefined x. */
export function nought(x: Tensor, mask: Tensor): Tensor {
  return mul(guard(x, mask, 0), 0);
}

/** The tensor in the shape that it has together with x. */
export function shapedLike(tensor: Tensor, x: Tensor): Tensor {
  return add(tensor, zerosLike(x));
}

/**
 * Puts in the limit of a log density at an end of the support where a factor x^power is 0 or infinite: −Infinity for a positive
 * power, Infinity for a negative one, `flat` for power 0.
 * @param logDensity of the full shape, from a guarded x
 * @param flat the limit for power 0
 */
export function whereZero(end: Tensor, logDensity: Tensor, flat: Tensor, power: Tensor): Tensor {
  const limit = add(flat, where(greater(power, 0), -Infinity, where(less(power, 0), Infinity, mul(power, 0))));
  return where(end, shapedLike(limit, logDensity), logDensity);
}

/** The parameter where it is in (0, 1), NaN elsewhere. */
export function openUnit(parameter: Tensor): Tensor {
  return where(logicalAnd(greater(parameter, 0), less(parameter, 1)), parameter, NaN);
}

import {
  abs,
  add,
  div,
  equal,
  less,
  log,
  logicalOr,
  mul,
  square,
  sub,
  type Tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { horner } from './horner';

/**
 * D(x, m) = x log(x/m) + m − x for x ≥ 0, m ≥ 0, elementwise with broadcasting; 0 log 0 counts as 0. Near x = m by the
 * series of log(x/m) = 2 artanh((x − m)/(x + m)), since the plain terms cancel there.
 */
export function deviance(x: Tensor, m: Tensor): Tensor {
  return tidy(() => {
    const d = sub(x, m);
    const v = div(d, add(x, m));
    const near = less(abs(v), 0.2);
    const vNear = where(near, v, 0);
    const vv = square(vNear);
    const tail = mul(mul(mul(x, vv), vNear), horner([2 / 3, 2 / 5, 2 / 7, 2 / 9], vv));
    const series = add(mul(d, vNear), tail);
    const zero = equal(x, 0);
    const ratio = where(logicalOr(near, zero), 1, div(x, m));
    const plain = sub(mul(x, log(ratio)), where(zero, sub(zerosLike(x), m), d));
    return where(near, series, plain);
  });
}

import {
  abs,
  add,
  customGrad,
  div,
  equal,
  type GradSaveFunc,
  less,
  log,
  logicalOr,
  maximum,
  mul,
  square,
  sub,
  type Tensor,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { horner } from './horner';
import { sumTo } from './sumTo';

/**
 * D(x, m) = x log(x/m) + m − x for x ≥ 0, m ≥ 0, elementwise with broadcasting; 0 log 0 counts as 0. Near x = m by the
 * series of log(x/m) = 2 artanh((x − m)/(x + m)), since the plain terms cancel there. Derivatives log(x/m), 1 − x/m.
 */
export function deviance(x: Tensor, m: Tensor): Tensor {
  const op = customGrad((a, b, save) => {
    const [left, right] = [a as Tensor, b as Tensor];
    (save as GradSaveFunc)([left, right]);
    return { value: value(left, right), gradFunc: gradients };
  });
  return op(x, m);
}

function value(x: Tensor, m: Tensor): Tensor {
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
}

function gradients(dy: Tensor, saved: Tensor[]): Tensor[] {
  const [x, m] = saved as [Tensor, Tensor];
  const ratio = div(x, m);
  return [sumTo(mul(dy, log(maximum(ratio, 1e-37))), x.shape), sumTo(mul(dy, div(sub(m, x), m)), m.shape)];
}

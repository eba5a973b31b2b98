import {
  abs,
  add,
  clipByValue,
  exp,
  expandDims,
  expm1,
  greater,
  less,
  log,
  logicalAnd,
  mul,
  neg,
  sub,
  sum,
  type Tensor,
  tensor1d,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { gaussLegendre } from '../gaussLegendre';
import { logNormalCdf, logNormalDensity } from './logNormalCdf';

const rule = gaussLegendre(8);

/** log ∫ φ over a narrow interval, by quadrature of the density relative to its middle. */
function narrow(middle: Tensor, width: Tensor): Tensor {
  const t = mul(expandDims(width, -1), mul(tensor1d([...rule.nodes]), 0.5));
  const relative = exp(neg(mul(t, add(expandDims(middle, -1), mul(t, 0.5)))));
  const average = mul(sum(mul(relative, tensor1d([...rule.weights])), -1), 0.5);
  return add(logNormalDensity(middle), add(log(width), log(average)));
}

/** log (Φ(b) − Φ(a)) from logarithms, in the lower tail wherever one tail holds both ends. */
function wide(a: Tensor, b: Tensor): Tensor {
  const flip = greater(a, 0);
  const upper = logNormalCdf(where(flip, neg(a), b));
  const lower = logNormalCdf(where(flip, neg(b), a));
  return add(upper, log(neg(expm1(sub(lower, upper)))));
}

/**
 * log (Φ(b) − Φ(a)) for a < b, elementwise with broadcasting, also far out in a tail and for narrow intervals; ends may be
 * infinite. What it computes for a ≥ b is meaningless and finite.
 */
export function logNormalInterval(low: Tensor, high: Tensor): Tensor {
  const shape = add(zerosLike(low), zerosLike(high));
  const a = add(clipByValue(low, -1e9, 1e9), shape);
  const b = add(clipByValue(high, -1e9, 1e9), shape);
  const [width, middle] = [sub(b, a), mul(add(a, b), 0.5)];
  const isNarrow = logicalAnd(less(width, 1), less(abs(mul(width, middle)), 4));
  const byQuadrature = narrow(where(isNarrow, middle, 0), where(logicalAnd(isNarrow, greater(width, 0)), width, 1));
  const byTails = wide(where(isNarrow, zerosLike(a), a), where(isNarrow, add(zerosLike(b), 1), b));
  return where(isNarrow, byQuadrature, byTails);
}

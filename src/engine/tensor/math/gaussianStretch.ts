import {
  add,
  exp,
  expandDims,
  less,
  logicalAnd,
  mul,
  neg,
  sub,
  sum,
  type Tensor,
  tensor1d,
  where,
} from '@tensorflow/tfjs-core';
import { gaussLegendre } from '../../math/gaussLegendre';
import { millsRatio } from './logNormalCdf';

const rule = gaussLegendre(8);

/** exp(−m s − s²/2) */
function decay(s: Tensor, m: Tensor): Tensor {
  return exp(neg(mul(s, add(m, mul(s, 0.5)))));
}

/** The integral by quadrature, for a short stretch. */
function short(w: Tensor, m: Tensor): Tensor {
  const s = mul(expandDims(w, -1), tensor1d(rule.nodes.map((node) => 0.5 * (node + 1))));
  const weights = tensor1d(rule.weights.map((weight) => 0.5 * weight));
  return mul(w, sum(mul(decay(s, expandDims(m, -1)), weights), -1));
}

/**
 * ∫₀ʷ exp(−m s − s²/2) ds for m ≥ 0 and w ≥ 0 of one shape, elementwise, also for infinite w: see the function of this name for
 * numbers. Made for parameters, not for large tensors: it widens its arguments 8 times.
 */
export function gaussianStretch(w: Tensor, m: Tensor): Tensor {
  const isShort = logicalAnd(less(w, 1), less(mul(w, m), 4));
  const bySum = short(where(isShort, w, 0), where(isShort, m, 0));
  const long = where(isShort, 1, where(less(w, 1e6), w, 1e6));
  const byTails = sub(millsRatio(m), mul(decay(long, m), millsRatio(add(m, long))));
  return where(isShort, bySum, byTails);
}

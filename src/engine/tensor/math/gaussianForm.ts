import {
  add,
  div,
  expandDims,
  greater,
  log,
  mul,
  slice,
  sqrt,
  square,
  squeeze,
  sub,
  type Tensor,
  where,
} from '@tensorflow/tfjs-core';
import { clamp } from './clamp';

/** Further out the square overflows. */
const finite = clamp(-1e25, 1e25);

/** The part of the last axis (or of the last two) that starts at `from` and has this length. */
function part(tensor: Tensor, from: readonly number[], size: readonly number[]): Tensor {
  const rest = tensor.rank - from.length;
  return slice(tensor, [...new Array<number>(rest).fill(0), ...from], [...tensor.shape.slice(0, rest), ...size]);
}

/**
 * dᵀ C⁻¹ d + log det C, by Cholesky elimination: every step takes the first coordinate off and leaves what the others are given
 * it.
 * @param difference d: [...batch, n]
 * @param covariance C: [...batch, n, n], the batches broadcast
 * @returns [...batch]; NaN where C is not positive definite
 */
export function gaussianForm(difference: Tensor, covariance: Tensor): Tensor {
  let [d, C] = [finite(difference), covariance];
  let total: Tensor | null = null;
  for (let m = difference.shape.at(-1)!; m > 0; m--) {
    const pivot = squeeze(part(C, [0, 0], [1, 1]), [-1]);
    const root = sqrt(where(greater(pivot, 0), pivot, NaN));
    const y = div(part(d, [0], [1]), root);
    const term = add(square(y), mul(log(root), 2));
    total = total ? add(total, term) : term;
    if (m === 1) break;
    const column = div(squeeze(part(C, [1, 0], [m - 1, 1]), [-1]), root);
    d = sub(part(d, [1], [m - 1]), mul(column, y));
    C = sub(part(C, [1, 1], [m - 1, m - 1]), mul(expandDims(column, -1), expandDims(column, -2)));
  }
  return squeeze(total!, [-1]);
}

import { customGrad, type GradSaveFunc, logicalNot, mul, type Tensor, where } from '@tensorflow/tfjs-core';
import { sumTo } from './sumTo';

/**
 * `where` that can stand in a differentiated expression. The op of that name follows its gradient into the mask, whose
 * comparisons have none, and spreads a broadcast operand by a tile whose gradient is a loop over all copies.
 */
export function select(mask: Tensor, yes: Tensor, no: Tensor | number): Tensor;
export function select(mask: Tensor, yes: Tensor | number, no: Tensor): Tensor;
export function select(mask: Tensor, yes: Tensor | number, no: Tensor | number): Tensor {
  if (typeof yes === 'number') return pickOne(mask, no as Tensor, 1, yes);
  if (typeof no === 'number') return pickOne(mask, yes, 0, no);
  const op = customGrad((a, b, save) => {
    (save as GradSaveFunc)([mask]);
    const shapes = [(a as Tensor).shape, (b as Tensor).shape] as const;
    return {
      value: where(mask, a as Tensor, b as Tensor),
      gradFunc: (dy: Tensor, saved: Tensor[]) => [
        sumTo(mul(dy, saved[0]!), shapes[0]),
        sumTo(mul(dy, logicalNot(saved[0]!)), shapes[1]),
      ],
    };
  });
  return op(yes, no);
}

/** x, and a constant where the mask is 1 (or, for `at` 0, where it is not). */
function pickOne(mask: Tensor, x: Tensor, at: 0 | 1, constant: number): Tensor {
  const op = customGrad((input, save) => {
    (save as GradSaveFunc)([mask]);
    const operand = input as Tensor;
    return {
      value: at === 1 ? where(mask, constant, operand) : where(mask, operand, constant),
      gradFunc: (dy: Tensor, saved: Tensor[]) =>
        sumTo(mul(dy, at === 1 ? logicalNot(saved[0]!) : saved[0]!), operand.shape),
    };
  });
  return op(x);
}

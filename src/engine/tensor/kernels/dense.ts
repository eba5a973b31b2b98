import { activate } from './activations';
import { addProduct } from './product';

/**
 * activation(x · kernel + bias) for every row of x.
 * @param x f32, rows × inputs
 * @param rows a multiple of 4
 * @param kernel f32, inputs × units
 * @param bias f32, units
 * @param units a multiple of 4
 * @param activation its place in the language's list
 * @param out f32, rows × units
 */
export function dense(
  x: usize,
  rows: i32,
  inputs: i32,
  kernel: usize,
  bias: usize,
  units: i32,
  activation: i32,
  out: usize,
): void {
  const width = (<usize>units) << 2;
  for (let at = out, end = out + <usize>rows * width; at < end; at += width) memory.copy(at, bias, width);
  addProduct(x, (<usize>inputs) << 2, 4, rows, inputs, kernel, units, out);
  activate(out, rows * units, activation);
}

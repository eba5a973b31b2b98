import { log2 } from './log2';

/** log 2 */
const perBit: f32 = Mathf.LN2;

/**
 * Turns the sums of `normalSums` into natural logarithms: (maxima + log₂ sums) · log 2 + base at every point; NaN where x is.
 * @param points a multiple of 4
 * @param out f32, may be one of the arguments
 */
export function logOfSums(x: usize, points: i32, maxima: usize, sums: usize, base: f32, out: usize): void {
  for (let p = 0; p < points; p += 4) {
    const at = (<usize>p) << 2;
    const bits = f32x4.add(v128.load(maxima + at), log2(v128.load(sums + at)));
    const value = f32x4.add(f32x4.mul(bits, f32x4.splat(perBit)), f32x4.splat(base));
    const point = v128.load(x + at);
    v128.store(out + at, v128.bitselect(value, point, f32x4.eq(point, point)));
  }
}

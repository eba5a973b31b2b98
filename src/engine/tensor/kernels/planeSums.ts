import { exp2 } from './exp2';
import { nmadd } from './madd';
import { addProduct } from './product';

/** Nodes whose terms are held at once: those of both axes stay in the nearest cache. */
const block: i32 = 32;
/** Bits by which both factors are larger than they are. */
const lift: f32 = 55;
/** A lifted factor with a smaller exponent is 0: so no product is so small that the processor takes its slow path. */
const lowest: f32 = -63;

/**
 * Σₙ 2^(110 + offset[n] − ((x − meanX[n]) · scaleX[n])² − ((y − meanY[n]) · scaleY[n])²) on a grid. As each factor depends on one axis only, the
 * exponentials are taken along the axes and multiplied as matrices, each 2⁵⁵ times too large to use the whole range of single precision.
 * A factor below 2⁻¹¹⁸ is 0. Of up to 2¹⁷ nodes the sums do not overflow.
 * @param x f32, `columns` of them, a multiple of 4
 * @param y f32, `rows` of them, a multiple of 4
 * @param meanX f32 for each node, as the four that follow; offsets are at most 0
 * @param scratch room for 32 · (columns + rows) f32
 * @param out f32, rows × columns, added to
 */
export function planeSums(
  x: usize,
  columns: i32,
  y: usize,
  rows: i32,
  meanX: usize,
  scaleX: usize,
  meanY: usize,
  scaleY: usize,
  offset: usize,
  nodes: i32,
  scratch: usize,
  out: usize,
): void {
  const across = scratch;
  const width = (<usize>columns) << 2;
  const height = (<usize>rows) << 2;
  const up = scratch + <usize>block * width;
  for (let first = 0; first < nodes; first += block) {
    const count = min(block, nodes - first);
    for (let i = 0; i < count; i++) {
      const at = (<usize>(first + i)) << 2;
      const none = f32x4.splat(lift);
      factor(x, width, v128.load32_splat(meanX + at), v128.load32_splat(scaleX + at), none, across + <usize>i * width);
      const c = f32x4.add(v128.load32_splat(offset + at), f32x4.splat(lift));
      factor(y, height, v128.load32_splat(meanY + at), v128.load32_splat(scaleY + at), c, up + <usize>i * height);
    }
    addProduct(up, 4, height, rows, count, across, columns, out);
  }
}

function factor(values: usize, length: usize, mean: v128, scale: v128, offset: v128, out: usize): void {
  for (let at: usize = 0; at < length; at += 16) {
    const a = f32x4.mul(f32x4.sub(v128.load(values + at), mean), scale);
    const t = nmadd(a, a, offset);
    v128.store(out + at, v128.and(exp2(t), f32x4.gt(t, f32x4.splat(lowest))));
  }
}

import { madd } from './madd';
/**
 * Adds the product of two matrices to a third: c[r, j] += Σᵢ a[r, i] · b[i, j], all f32. Strides are in bytes.
 * @param rowStride from one row of a to the next
 * @param step from one column of a to the next, so that a may lie transposed
 * @param rows a multiple of 4
 * @param columns of b and c, which are packed; a multiple of 4
 */
export function addProduct(
  a: usize,
  rowStride: usize,
  step: usize,
  rows: i32,
  inner: i32,
  b: usize,
  columns: i32,
  c: usize,
): void {
  const width = (<usize>columns) << 2;
  for (let r = 0; r < rows; r += 4) {
    const aAt = a + <usize>r * rowStride;
    const cAt = c + <usize>r * width;
    let j: usize = 0;
    for (; j + 32 <= width; j += 32) addEight(aAt, rowStride, step, inner, b + j, width, cAt + j);
    if (j < width) addFour(aAt, rowStride, step, inner, b + j, width, cAt + j);
  }
}

/** Four rows by eight columns, which stay in registers. */
function addEight(a: usize, rowStride: usize, step: usize, inner: i32, b: usize, width: usize, c: usize): void {
  const c1 = c + width;
  const c2 = c1 + width;
  const c3 = c2 + width;
  let s00 = v128.load(c);
  let s01 = v128.load(c, 16);
  let s10 = v128.load(c1);
  let s11 = v128.load(c1, 16);
  let s20 = v128.load(c2);
  let s21 = v128.load(c2, 16);
  let s30 = v128.load(c3);
  let s31 = v128.load(c3, 16);
  let a1 = a + rowStride;
  let a2 = a1 + rowStride;
  let a3 = a2 + rowStride;
  for (let i = 0; i < inner; i++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const f0 = v128.load32_splat(a);
    s00 = madd(f0, b0, s00);
    s01 = madd(f0, b1, s01);
    const f1 = v128.load32_splat(a1);
    s10 = madd(f1, b0, s10);
    s11 = madd(f1, b1, s11);
    const f2 = v128.load32_splat(a2);
    s20 = madd(f2, b0, s20);
    s21 = madd(f2, b1, s21);
    const f3 = v128.load32_splat(a3);
    s30 = madd(f3, b0, s30);
    s31 = madd(f3, b1, s31);
    a += step;
    a1 += step;
    a2 += step;
    a3 += step;
    b += width;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

function addFour(a: usize, rowStride: usize, step: usize, inner: i32, b: usize, width: usize, c: usize): void {
  let s0 = v128.load(c);
  let s1 = v128.load(c + width);
  let s2 = v128.load(c + 2 * width);
  let s3 = v128.load(c + 3 * width);
  let a1 = a + rowStride;
  let a2 = a1 + rowStride;
  let a3 = a2 + rowStride;
  for (let i = 0; i < inner; i++) {
    const b0 = v128.load(b);
    s0 = madd(v128.load32_splat(a), b0, s0);
    s1 = madd(v128.load32_splat(a1), b0, s1);
    s2 = madd(v128.load32_splat(a2), b0, s2);
    s3 = madd(v128.load32_splat(a3), b0, s3);
    a += step;
    a1 += step;
    a2 += step;
    a3 += step;
    b += width;
  }
  v128.store(c, s0);
  v128.store(c + width, s1);
  v128.store(c + 2 * width, s2);
  v128.store(c + 3 * width, s3);
}

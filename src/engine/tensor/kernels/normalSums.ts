import { exp2 } from './exp2';
import { nmadd } from './madd';

/** A sum below 2⁻⁸⁰ is taken again, relative to its own largest term. */
const small: f32 = 8.271806e-25;
/** Terms of one block are added in single precision, blocks in double. */
const block: i32 = 128;

/**
 * Σₖ 2^(offset[k] − ((x − mean[k]) · scale[k])²) at every point, as a maximum and a sum relative to it: the sum is sums · 2^maxima.
 * All offsets are at most 0, so that the sum can mostly be taken as it is, in one pass; only where it nearly underflows the largest
 * term is looked for first. Components whose term is NaN count as nothing; maxima of −Infinity mean that there is no term.
 * @param x f32, `points` of them, a multiple of 8
 * @param mean f32, as `scale` and `offset` `count` of them
 * @param maxima f32 for each point, written
 * @param sums f32 for each point, written
 */
export function normalSums(
  x: usize,
  points: i32,
  mean: usize,
  scale: usize,
  offset: usize,
  count: i32,
  maxima: usize,
  sums: usize,
): void {
  for (let p = 0; p < points; p += 8) {
    const at = (<usize>p) << 2;
    const x0 = v128.load(x + at);
    const x1 = v128.load(x + at, 16);
    if (count <= block) shortGroup(x0, x1, mean, scale, offset, count, sums + at);
    else longGroup(x0, x1, mean, scale, offset, count, sums + at);
    const none = f32x4.splat(0);
    v128.store(maxima + at, none);
    v128.store(maxima + at, none, 16);
    const limit = f32x4.splat(small);
    const low = v128.or(f32x4.lt(v128.load(sums + at), limit), f32x4.lt(v128.load(sums + at, 16), limit));
    if (v128.any_true(low)) farGroup(x0, x1, mean, scale, offset, count, maxima + at, sums + at);
  }
}

function shortGroup(x0: v128, x1: v128, mean: usize, scale: usize, offset: usize, count: i32, sums: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  for (let k: usize = 0, end = (<usize>count) << 2; k < end; k += 4) {
    const m = v128.load32_splat(mean + k);
    const s = v128.load32_splat(scale + k);
    const c = v128.load32_splat(offset + k);
    const a0 = f32x4.mul(f32x4.sub(x0, m), s);
    const a1 = f32x4.mul(f32x4.sub(x1, m), s);
    s0 = f32x4.add(s0, exp2(nmadd(a0, a0, c)));
    s1 = f32x4.add(s1, exp2(nmadd(a1, a1, c)));
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
}

function longGroup(x0: v128, x1: v128, mean: usize, scale: usize, offset: usize, count: i32, sums: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  for (let k = 0; k < count; k += block) {
    const from = (<usize>k) << 2;
    shortGroup(x0, x1, mean + from, scale + from, offset + from, min(block, count - k), sums);
    const a = v128.load(sums);
    const b = v128.load(sums, 16);
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(a));
    s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.shuffle<i64>(a, a, 1, 0)));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(b));
    s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.shuffle<i64>(b, b, 1, 0)));
  }
  const low = f32x4.demote_f64x2_zero(s0);
  const high = f32x4.demote_f64x2_zero(s2);
  v128.store(sums, v128.shuffle<i64>(low, f32x4.demote_f64x2_zero(s1), 0, 2));
  v128.store(sums, v128.shuffle<i64>(high, f32x4.demote_f64x2_zero(s3), 0, 2), 16);
}

function farGroup(
  x0: v128,
  x1: v128,
  mean: usize,
  scale: usize,
  offset: usize,
  count: i32,
  maxima: usize,
  sums: usize,
): void {
  const end = (<usize>count) << 2;
  let m0 = f32x4.splat(-Infinity);
  let m1 = f32x4.splat(-Infinity);
  for (let k: usize = 0; k < end; k += 4) {
    const m = v128.load32_splat(mean + k);
    const s = v128.load32_splat(scale + k);
    const c = v128.load32_splat(offset + k);
    const a0 = f32x4.mul(f32x4.sub(x0, m), s);
    const a1 = f32x4.mul(f32x4.sub(x1, m), s);
    m0 = f32x4.pmax(m0, nmadd(a0, a0, c));
    m1 = f32x4.pmax(m1, nmadd(a1, a1, c));
  }
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  for (let k: usize = 0; k < end; k += 4) {
    const m = v128.load32_splat(mean + k);
    const s = v128.load32_splat(scale + k);
    const c = v128.load32_splat(offset + k);
    const a0 = f32x4.mul(f32x4.sub(x0, m), s);
    const a1 = f32x4.mul(f32x4.sub(x1, m), s);
    s0 = f32x4.add(s0, exp2(f32x4.sub(nmadd(a0, a0, c), m0)));
    s1 = f32x4.add(s1, exp2(f32x4.sub(nmadd(a1, a1, c), m1)));
  }
  v128.store(maxima, m0);
  v128.store(maxima, m1, 16);
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
}

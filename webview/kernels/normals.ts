import { log2 } from './log2';
import { madd } from './madd';
import { nextWords } from './words';

/** −2 log 2: −2 log u from log₂ u. */
const perBit: f32 = -1.3862944;
const perWord: f32 = 2.3283064e-10;

/**
 * Eight independent standard normals from eight words (Box and Muller), up to 6.7 standard deviations.
 * @param out f32, 8 of them, written
 */
export function eightNormals(state: usize, out: usize): void {
  // (word + ½) / 2³², never 0; rounded to single precision it may be 1, whose radius is 0.
  const u = unsigned(nextWords(state));
  const radius = f32x4.sqrt(f32x4.pmax(f32x4.splat(0), f32x4.mul(log2(u), f32x4.splat(perBit))));
  // The angle in turns: two bits choose the quarter, the rest lies within ⅛ of its middle.
  const word = nextWords(state);
  const quarter = i32x4.shr_u(word, 30);
  const turn = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shl(word, 2)), f32x4.splat(5.8207661e-11));
  const square = f32x4.mul(turn, turn);
  let s = f32x4.splat(-75.3935627);
  s = madd(s, square, f32x4.splat(81.5923536));
  s = madd(s, square, f32x4.splat(-41.3416615));
  s = madd(s, square, f32x4.splat(6.28318529));
  const sine = f32x4.mul(f32x4.mul(s, turn), radius);
  let c = f32x4.splat(-83.5525907);
  c = madd(c, square, f32x4.splat(64.9203064));
  c = madd(c, square, f32x4.splat(-19.7391466));
  c = madd(c, square, f32x4.splat(1));
  const cosine = f32x4.mul(c, radius);
  const swapped = i32x4.ne(v128.and(quarter, i32x4.splat(1)), i32x4.splat(0));
  const sign = i32x4.shl(v128.and(quarter, i32x4.splat(2)), 30);
  v128.store(out, v128.xor(v128.bitselect(sine, cosine, swapped), sign));
  v128.store(out, v128.xor(v128.bitselect(f32x4.neg(cosine), sine, swapped), sign), 16);
}

/** (word + ½) / 2³² in each lane, in (0, 1]. */
export function unsigned(words: v128): v128 {
  return f32x4.mul(f32x4.add(f32x4.convert_i32x4_u(words), f32x4.splat(0.5)), f32x4.splat(perWord));
}

/**
 * @param count a multiple of 8
 * @param out f32, written
 */
export function normals(state: usize, count: i32, out: usize): void {
  const end = out + ((<usize>count) << 2);
  for (let at = out; at < end; at += 32) eightNormals(state, at);
}

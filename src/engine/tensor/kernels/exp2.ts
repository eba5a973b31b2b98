import { madd } from './madd';

/** Below it the exponent would leave the range of normal numbers. */
const lowestExponent: f32 = -125;

/**
 * 2ᵗ in each lane for t ≤ 127, to a relative error of 1e-7: the whole part becomes the exponent, the rest in [−½, ½] goes through
 * a polynomial of degree 6 (minimax, 2e-9). Below −125, and for NaN, the result is that of −125.
 */
export function exp2(t: v128): v128 {
  // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
  const magic = f32x4.splat(12582912);
  const clamped = f32x4.pmax(f32x4.splat(lowestExponent), t);
  const shifted = f32x4.add(clamped, magic);
  const rest = f32x4.sub(clamped, f32x4.sub(shifted, magic));
  let p = f32x4.splat(1.5345807e-4);
  p = madd(p, rest, f32x4.splat(1.33999312e-3));
  p = madd(p, rest, f32x4.splat(9.61848898e-3));
  p = madd(p, rest, f32x4.splat(5.55032878e-2));
  p = madd(p, rest, f32x4.splat(2.40226469e-1));
  p = madd(p, rest, f32x4.splat(6.93147206e-1));
  p = madd(p, rest, f32x4.splat(1));
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

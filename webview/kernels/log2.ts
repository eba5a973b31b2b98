import { madd } from './madd';
/**
 * log₂ of 1 + f in each lane for f in [√½ − 1, √2 − 1], to a relative error of 1e-7 also where f is small: f times a polynomial of
 * degree 8 (minimax, 3e-8).
 */
export function log2OnePlus(f: v128): v128 {
  let p = f32x4.splat(0.12583537);
  p = madd(p, f, f32x4.splat(-0.20726894));
  p = madd(p, f, f32x4.splat(0.21571585));
  p = madd(p, f, f32x4.splat(-0.23894495));
  p = madd(p, f, f32x4.splat(0.28791624));
  p = madd(p, f, f32x4.splat(-0.36070368));
  p = madd(p, f, f32x4.splat(0.48091064));
  p = madd(p, f, f32x4.splat(-0.72134735));
  p = madd(p, f, f32x4.splat(Mathf.LOG2E));
  return f32x4.mul(p, f);
}

/** log₂ x in each lane, for positive normal x. */
export function log2(x: v128): v128 {
  // The exponent of x / √½ is the whole part; what is left lies in [√½, √2).
  const root = i32x4.splat(0x3f3504f3);
  const whole = i32x4.shr_s(i32x4.sub(x, root), 23);
  const rest = i32x4.sub(x, i32x4.shl(whole, 23));
  return f32x4.add(f32x4.convert_i32x4_s(whole), log2OnePlus(f32x4.sub(rest, f32x4.splat(1))));
}

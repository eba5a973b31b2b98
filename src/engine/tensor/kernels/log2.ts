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

import { madd } from './madd';
/**
 * eˣ − 1 in each lane, to about 2e-7 relative, also near 0. NaN stays NaN.
 *
 * x = n · log 2 + r with r in [−½ log 2, ½ log 2], the product with log 2 taken in two parts; e^r − 1 by a polynomial of degree 7.
 */
export function expm1(x: v128): v128 {
  const magic = f32x4.splat(12582912);
  const clamped = f32x4.pmin(f32x4.splat(88), f32x4.pmax(f32x4.splat(-87), x));
  const shifted = f32x4.add(f32x4.mul(clamped, f32x4.splat(Mathf.LOG2E)), magic);
  const n = f32x4.sub(shifted, magic);
  const m = expm1OfRest(
    f32x4.sub(f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.1219444e-4))),
  );
  // In halves, as 2¹²⁸ is no number.
  const half = i32x4.shl(i32x4.add(shifted, i32x4.splat(126)), 23);
  const value = f32x4.add(f32x4.mul(half, m), f32x4.sub(half, f32x4.splat(0.5)));
  return v128.bitselect(f32x4.add(value, value), x, f32x4.eq(x, x));
}

/** eˣ in each lane, to 2e-7 relative; 0 below −87.3, Infinity where it is larger than any number, NaN for NaN. */
export function exp(x: v128): v128 {
  const magic = f32x4.splat(12582912);
  const clamped = f32x4.pmin(f32x4.splat(89), f32x4.pmax(f32x4.splat(-87), x));
  const shifted = f32x4.add(f32x4.mul(clamped, f32x4.splat(Mathf.LOG2E)), magic);
  const n = f32x4.sub(shifted, magic);
  const m = expm1OfRest(
    f32x4.sub(f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.1219444e-4))),
  );
  const half = i32x4.shl(i32x4.add(shifted, i32x4.splat(126)), 23);
  const value = f32x4.add(f32x4.mul(half, m), half);
  const kept = v128.andnot(f32x4.add(value, value), f32x4.lt(x, f32x4.splat(-87.3)));
  return v128.bitselect(kept, x, f32x4.eq(x, x));
}

/** e^r − 1 for |r| ≤ ½ log 2 by Taylor's series, whose next term is below 1e-8 of it. */
function expm1OfRest(r: v128): v128 {
  let p = f32x4.splat(1 / 5040);
  p = madd(p, r, f32x4.splat(1 / 720));
  p = madd(p, r, f32x4.splat(1 / 120));
  p = madd(p, r, f32x4.splat(1 / 24));
  p = madd(p, r, f32x4.splat(1 / 6));
  p = madd(p, r, f32x4.splat(0.5));
  return f32x4.add(r, f32x4.mul(f32x4.mul(r, r), p));
}

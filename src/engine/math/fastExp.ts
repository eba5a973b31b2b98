/** Steps of the table for each doubling. */
const steps = 1024;
const perUnit = steps / Math.LN2;
const unit = Math.LN2 / steps;

/** 2^(i/1024) */
const fractions = Float64Array.from({ length: steps }, (_, i) => 2 ** (i / steps));
/** 2^(−k), as far as the terms of a sum go. */
const powers = Float64Array.from({ length: 64 }, (_, k) => 2 ** -k);

/** Terms this far below the largest of a sum change no digit of it. */
export const fastExpLeast = -40;

/**
 * eˣ for −44 ≤ x ≤ 0, to a relative error of 3e-16: 2^(i/1024) from a table times five terms of the series of the rest. The
 * sums over nodes spend most of their time in the exponential function.
 */
export function fastExp(x: number): number {
  const whole = Math.floor(x * perUnit);
  const rest = x - whole * unit;
  return (
    powers[-(whole >> 10) | 0]! *
    fractions[whole & 1023]! *
    (1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest / 24))))
  );
}

/** A covariance of a pair: variance of the first, covariance, variance of the second. */
export type Covariance = readonly [number, number, number];

/** One principal axis of an ellipse. */
export interface PrincipalAxis {
  /** Standard deviation along it. */
  readonly sd: number;
  /** Its direction, of length 1; the first coordinate is not negative. */
  readonly direction: readonly [number, number];
}

/**
 * The principal axes of a covariance, the longer first; of a circle those of the coordinates. Eigenvalues below 0, which only rounding
 * makes, count as 0.
 */
export function principalAxes([xx, xy, yy]: Covariance): readonly [PrincipalAxis, PrincipalAxis] {
  const middle = (xx + yy) / 2;
  const reach = Math.hypot((xx - yy) / 2, xy);
  // Half the angle of (xx − yy, 2 xy) is that of the longer axis.
  const angle = reach === 0 ? 0 : Math.atan2(2 * xy, xx - yy) / 2;
  const long = [Math.cos(angle), Math.sin(angle)] as const;
  const short = long[1] > 0 ? ([long[1], -long[0]] as const) : ([-long[1], long[0]] as const);
  const root = (value: number): number => Math.sqrt(Math.max(0, value));
  // The product of both is the determinant, which keeps the digits of the smaller one.
  const larger = middle + reach;
  const smaller = larger > 0 ? (xx * yy - xy * xy) / larger : 0;
  return [
    { sd: root(larger), direction: long },
    { sd: root(smaller), direction: short },
  ];
}

/** Points on an ellipse `sds` standard deviations from the mean, x₀, y₀, …, evenly around; the last is the first. */
export function ellipsePoints(
  mean: readonly [number, number],
  covariance: Covariance,
  sds: number,
  count = 72,
): Float64Array {
  const [long, short] = principalAxes(covariance);
  const points = new Float64Array(2 * (count + 1));
  for (let i = 0; i <= count; i++) {
    const angle = (2 * Math.PI * (i % count)) / count;
    const [a, b] = [sds * long.sd * Math.cos(angle), sds * short.sd * Math.sin(angle)];
    points[2 * i] = mean[0] + a * long.direction[0] + b * short.direction[0];
    points[2 * i + 1] = mean[1] + a * long.direction[1] + b * short.direction[1];
  }
  return points;
}

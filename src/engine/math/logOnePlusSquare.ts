/** log(1 + x²), also where x² overflows or is lost beside 1. */
export function logOnePlusSquare(x: number): number {
  const size = Math.abs(x);
  return size > 1e8 ? 2 * Math.log(size) : Math.log1p(size * size);
}

/** df/dt at t by central differences of order 8, in double precision. */
export function slope(f: (t: number) => number, t: number, h: number): number {
  const pair = (k: number) => f(t + k * h) - f(t - k * h);
  return (672 * pair(1) - 168 * pair(2) + 32 * pair(3) - 3 * pair(4)) / (840 * h);
}

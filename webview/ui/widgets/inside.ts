/** A place in pixels, or the nearest one between two ends. */
export function inside(at: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, at));
}

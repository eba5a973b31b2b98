/**
 * The root of an increasing function by Newton's method inside a bracket that shrinks with every value seen; where a step
 * leaves the bracket it is halved instead, and while an end of the bracket is infinite it moves out in doubling steps.
 * @param value negative below the root, positive above, known to about 4e-16; may be infinite
 * @param slope its derivative; only the speed depends on it
 * @param low, high where the root may lie
 * @returns NaN where the function is NaN
 */
export function increasingRoot(
  value: (t: number) => number,
  slope: (t: number) => number,
  guess: number,
  low = -Infinity,
  high = Infinity,
): number {
  let [below, above] = [low, high];
  let t = Math.min(high, Math.max(low, guess));
  let reach = 1;
  for (let i = 0; i < 400; i++) {
    const f = value(t);
    if (Number.isNaN(f)) return NaN;
    if (Math.abs(f) < 4e-16) return t;
    if (f < 0) below = t;
    else above = t;
    let next = t - f / slope(t);
    if (!(next > below && next < above)) {
      if (below === -Infinity || above === Infinity) {
        next = f < 0 ? t + reach : t - reach;
        reach *= 2;
        if (!(next > below && next < above)) next = below + 0.5 * (above - below);
      } else next = below + 0.5 * (above - below);
    }
    if (Math.abs(next - t) <= 2e-16 * Math.abs(next) || next === t) return next;
    t = next;
  }
  return t;
}

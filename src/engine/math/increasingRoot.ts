/**
 * The root of an increasing function by Newton's method inside a bracket that shrinks with every value seen; where a step
 * leaves the bracket it is halved instead, and while an end of the bracket is infinite it moves out in doubling steps.
 * @param f the value, negative below the root and positive above, known to about 4e-16, perhaps infinite; and its derivative, on
 * which only the speed depends
 * @param low, high where the root may lie
 * @returns NaN where the function is NaN
 */
export function increasingRoot(
  f: (t: number) => readonly [value: number, slope: number],
  guess: number,
  low = -Infinity,
  high = Infinity,
): number {
  let [below, above] = [low, high];
  let t = Math.min(high, Math.max(low, guess));
  let reach = 1;
  for (let i = 0; i < 400; i++) {
    const [value, slope] = f(t);
    if (Number.isNaN(value)) return NaN;
    if (Math.abs(value) < 4e-16) return t;
    if (value < 0) below = t;
    else above = t;
    let next = t - value / slope;
    if (!(next > below && next < above)) {
      if (below === -Infinity || above === Infinity) {
        next = value < 0 ? t + reach : t - reach;
        reach *= 2;
        if (!(next > below && next < above)) next = below + 0.5 * (above - below);
      } else next = below + 0.5 * (above - below);
    }
    if (Math.abs(next - t) <= 2e-16 * Math.abs(next) || next === t) return next;
    t = next;
  }
  return t;
}

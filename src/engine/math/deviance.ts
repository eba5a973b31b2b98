/**
 * D(x, m) = x log(x/m) + m − x for x ≥ 0, m ≥ 0: half the Poisson deviance. Near x = m, where its terms cancel, by the
 * series of log(x/m) = 2 artanh((x − m)/(x + m)).
 * @param difference x − m, for callers that know it better than the subtraction does
 */
export function deviance(x: number, m: number, difference = x - m): number {
  if (x === 0) return m;
  const v = difference / (x + m);
  if (!(Math.abs(v) < 0.1)) return x * Math.log(x / m) + m - x;
  const vv = v * v;
  let power = v * vv;
  let sum = 0;
  for (let j = 3; j <= 17; j += 2, power *= vv) sum += power / j;
  return difference * v + 2 * x * sum;
}

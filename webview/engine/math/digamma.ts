/** ψ(x) = d/dx log Γ(x) for x > 0, by recurrence up to 10 and the asymptotic series; NaN elsewhere. */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN;
  let shift = 0;
  let y = x;
  while (y < 10) shift -= 1 / y++;
  const s = 1 / (y * y);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760))))));
  return shift + Math.log(y) - 0.5 / y - series;
}

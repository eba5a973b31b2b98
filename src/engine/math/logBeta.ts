import { logFactorialExcess } from './stirling';

/** b log(b / (a + b)) */
function share(b: number, a: number): number {
  return b < a ? b * Math.log(b / (a + b)) : -b * Math.log1p(a / b);
}

/**
 * log B(a, b) = log Γ(a) Γ(b) / Γ(a + b) for a, b > 0. By the leading terms of the factorials, joined by hand: as a sum of three log
 * gammas nothing would be left of it where one of the two is large.
 */
export function logBeta(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  const excess = logFactorialExcess(a) + logFactorialExcess(b) - logFactorialExcess(a + b);
  return share(a, b) + share(b, a) + excess - Math.log(low) + Math.log1p(low / high);
}

/** log Σ exp, exact in the far tails; −Infinity for no terms. */
export function logSumExp(logs: ArrayLike<number>): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) if (logs[i]! > top) top = logs[i]!;
  if (!Number.isFinite(top)) return top;
  let sum = 0;
  for (let i = 0; i < logs.length; i++) sum += Math.exp(logs[i]! - top);
  return top + Math.log(sum);
}

/** log (exp a + exp b). */
export function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** A logarithm, −Infinity where it is not defined: what has left its domain counts for nothing. */
export function orNothing(log: number): number {
  return Number.isNaN(log) ? Number.NEGATIVE_INFINITY : log;
}

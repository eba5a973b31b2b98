import { powerOfTen, thousands } from './thousands';

/** Up to here the number of joint states is written out. */
const written = 1e6;

/**
 * How many joint states some variables have, readably: `12 states`, `200 variables of 20 states`, `3.2×10⁴⁰ states`.
 * @param counts the states of each variable
 */
export function stateCount(counts: readonly number[]): string {
  const several = counts.filter((count) => count > 1);
  const total = several.reduce((product, count) => product * count, 1);
  if (total <= written) return total === 1 ? '1 state' : `${thousands(total)} states`;
  const [first] = several;
  if (several.length > 1 && several.every((count) => count === first)) {
    return `${thousands(several.length)} variables of ${thousands(first!)} states`;
  }
  return `${powerOfTen(several.reduce((sum, count) => sum + Math.log10(count), 0))} states`;
}

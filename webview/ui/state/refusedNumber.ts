import { type Limits, largestBelowOne, smallestPositive } from '../../handles/limits';
import { significant } from '../../plots/text/format';

/** What was typed into the box of a literal and cannot be. */
export interface RefusedNumber {
  readonly slot: number;
  readonly reason: string;
}

/**
 * Why a typed text cannot be the number of a literal; null where it can.
 * @param name in the words of the model
 * @param value that it has, and keeps
 * @param fault what else is against a number, to be read after the name; null where nothing is
 */
export function refusalOf(
  text: string,
  name: string,
  value: number,
  limits: Limits,
  fault: (wanted: number) => string | null = () => null,
): string | null {
  const wanted = text.trim() === '' ? Number.NaN : Number(text);
  const kept = `${value} is kept.`;
  if (!Number.isFinite(wanted)) return `That is not a number: ${kept}`;
  if (wanted === value) return null;
  const reason = outside(wanted, limits) ?? fault(wanted);
  return reason === null ? null : `${name} ${reason}: ${kept}`;
}

function outside(wanted: number, { low, high, whole }: Limits): string | null {
  if (wanted <= 0 && low === smallestPositive) return 'must be above 0';
  if (wanted >= 0 && high === -smallestPositive) return 'must be below 0';
  if (wanted >= 1 && high === largestBelowOne) return 'must be below 1';
  if (wanted < low) return `must be at least ${significant(low, 3)}`;
  if (wanted > high) return `must be at most ${significant(high, 3)}`;
  return whole && !Number.isInteger(wanted) ? 'must be a whole number' : null;
}

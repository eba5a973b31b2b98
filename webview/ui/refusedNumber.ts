import { type Limits, smallestPositive } from '../handles/limits';
import { significant } from '../plots/format';

/** What was typed into the box of a literal and cannot be. */
export interface RefusedNumber {
  readonly slot: number;
  readonly reason: string;
}

/**
 * Why a typed text cannot be the number of a literal; null where it can.
 * @param name in the words of the model
 * @param value that it has, and keeps
 */
export function refusalOf(text: string, name: string, value: number, { low, high, whole }: Limits): string | null {
  const wanted = text.trim() === '' ? Number.NaN : Number(text);
  const kept = `${value} is kept.`;
  if (!Number.isFinite(wanted)) return `That is not a number: ${kept}`;
  if (low === high && wanted !== value) return `${name} cannot move while all the others are locked: ${kept}`;
  if (wanted < low && low === smallestPositive) return `${name} must be above 0: ${kept}`;
  if (wanted < low) return `${name} must be at least ${significant(low, 3)}: ${kept}`;
  if (wanted > high) return `${name} must be at most ${significant(high, 3)}: ${kept}`;
  if (whole && !Number.isInteger(wanted)) return `${name} must be a whole number: ${kept}`;
  return null;
}

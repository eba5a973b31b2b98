import type { Grip } from './grips';
import { smallestPositive } from './limits';
import { roundToStep } from './rounding';

/** A literal and the number that it is to hold. */
export interface Change {
  readonly slot: number;
  readonly value: number;
}

/**
 * The literal where a grip is dragged to a place: rounded, and stopped at what its parameter allows.
 *
 * @param step what one pixel of the axis stands for
 * @returns null where the place has no value
 */
export function dragged(grip: Grip, place: number, step: number): Change | null {
  const wanted = grip.valueAt(place);
  if (Number.isNaN(wanted)) return null;
  const { low, high } = grip.limits;
  // A step in the parameter's own units, where the place is not the parameter itself.
  const near = grip.valueAt(place + step);
  const fine = Number.isFinite(near) && near !== wanted ? Math.min(step, Math.abs(near - wanted)) : step;
  const rounded = roundToStep(wanted, fine);
  // A positive number stops at one unit of its last digit.
  const least = low === smallestPositive ? Math.max(low, unitOf(fine)) : low;
  const value = Math.min(high, Math.max(least, rounded));
  return { slot: grip.slot, value: grip.sign * value };
}

/** One unit of the last digit that a step justifies. */
function unitOf(step: number): number {
  return 10 ** -Math.ceil(-Math.log10(step));
}

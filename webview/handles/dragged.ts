import { bondChanges, noLocks } from './bonds';
import { limitsAt, unitOf, unitOfBond } from './bounds';
import type { Change } from './change';
import type { Grip } from './grips';
import { roundToStep } from './rounding';

/**
 * The literals where a grip is dragged to a place: its own one, rounded and stopped at what its parameter allows, and those that it takes along.
 *
 * @param step what one pixel of the axis stands for
 * @param numbers of the model, as they are when it is dragged
 * @param locked slots that keep their numbers
 * @returns none where the place has no value
 */
export function dragged(
  grip: Grip,
  place: number,
  step: number,
  numbers: readonly number[],
  locked: ReadonlySet<number> = noLocks,
): readonly Change[] {
  const wanted = grip.valueAt(place);
  if (!Number.isFinite(wanted)) return [];
  // A step in the parameter's own units, where the place is not the parameter itself.
  const near = grip.valueAt(place + step);
  const fine = Number.isFinite(near) && near !== wanted ? Math.min(step, Math.abs(near - wanted)) : step;
  const { low, high } = limitsAt(grip, unitOf(fine), numbers, locked);
  const value = grip.sign * Math.min(high, Math.max(low, roundToStep(wanted, fine)));
  const { slot, bond } = grip;
  if (bond === null) return [{ slot, value }];
  return bondChanges(bond, numbers, slot, value, locked, unitOfBond(bond, unitOf(fine)));
}

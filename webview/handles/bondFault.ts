import { short } from '../plots/text/format';
import { type Bond, between, bondLimits, covarianceEnds } from './bonds';

/**
 * Why a number cannot be what is wanted without breaking its bond, to be read after its name; null where it keeps it. Unlike `bondLimits` it knows
 * of no digits, only of order and sums.
 */
export function bondFault(
  bond: Bond,
  numbers: readonly number[],
  slot: number,
  locked: ReadonlySet<number>,
  wanted: number,
): string | null {
  if (locked.has(slot)) return 'is locked, so unlock it first';
  switch (bond.kind) {
    case 'simplex': {
      const others = bond.slots.filter((each) => each !== slot);
      if (others.length === 0) return 'is the only probability and stays 1';
      if (others.every((each) => locked.has(each))) return 'cannot move while all the others are locked';
      const { high } = bondLimits(bond, numbers, slot, locked, 1e-3);
      return wanted > high + slack ? `must be at most ${short(high, 6)}, which the locked ones leave` : null;
    }
    case 'ordered': {
      const { low, high } = between(bond, numbers, slot);
      if (wanted <= low) return `must be above ${short(low, 6)}, the number before it`;
      return wanted >= high ? `must be below ${short(high, 6)}, the next number` : null;
    }
    case 'ends': {
      const { low, high } = between(bond, numbers, slot);
      if (bond.touching && (wanted === low || wanted === high)) return null;
      if (wanted <= low) return `must ${bond.touching ? 'not be below' : 'be above'} ${short(low, 6)}, the lower end`;
      if (wanted < high) return null;
      return `must ${bond.touching ? 'not be above' : 'be below'} ${short(high, 6)}, the upper end`;
    }
    case 'covariance': {
      const ends = covarianceEnds(bond.slots, numbers, bond.slots.indexOf(slot));
      if (ends !== null && wanted <= ends.low)
        return `must be above ${short(ends.low, 4)} in a covariance with the others`;
      return ends !== null && wanted >= ends.high
        ? `must be below ${short(ends.high, 4)} in a covariance with the others`
        : null;
    }
  }
}

/** What is left of 1 may be off in its last digit. */
const slack = 1e-9;

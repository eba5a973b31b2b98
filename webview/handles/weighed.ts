import { noLoops } from '../../src/model/loops';
import { bondChanges, noLocks } from './bonds';
import { boundsOf, limitsAt, unitOfBond } from './bounds';
import type { Change } from './change';
import { domainLimits } from './limits';
import type { Reading } from './reading';
import { roundToStep } from './rounding';
import { reweighted, reweightedFinely, type Shares } from './shares';

/**
 * The literals where the bar of one state is dragged to a share, stopped at what their params allow.
 *
 * @param index of the bar, from 0
 * @param decimals digits after the point; the others have more of them where they would be nothing otherwise
 * @param locked slots that keep their numbers
 * @returns none where a param does not allow what the others would have to give or take
 */
export function weighed(
  shares: Shares,
  given: Pick<Reading, 'structure' | 'numbers'>,
  index: number,
  share: number,
  decimals: number,
  locked: ReadonlySet<number> = noLocks,
): readonly Change[] {
  const reading: Reading = { ...given, states: new Map(), loops: noLoops };
  const { numbers } = reading;
  if (shares.kind === 'simplex') {
    const changes = reweightedFinely(shares, numbers, index, roundToStep(share, 10 ** -decimals), decimals, locked);
    const allowed = shares.literals.every((literal) => {
      const { low, high } = boundsOf(literal, domainLimits('unit'), reading).limits;
      const own = changes.filter(({ slot }) => slot === literal.slot).map(({ value }) => literal.sign * value);
      return own.every((value) => value >= low && value <= high);
    });
    return allowed ? changes : [];
  }
  const bounded = boundsOf(shares.literal, domainLimits('unit'), reading);
  const { slot, sign, bond } = bounded;
  const unit = 10 ** -decimals;
  const { low, high } = limitsAt(bounded, unit, numbers, locked);
  return reweighted(shares, numbers, index, share, decimals, locked).flatMap((change) => {
    const value = sign * Math.min(high, Math.max(low, sign * change.value));
    return bond === null ? [{ slot, value }] : bondChanges(bond, numbers, slot, value, locked, unitOfBond(bond, unit));
  });
}

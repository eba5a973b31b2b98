import { families } from '../../../model/families';
import { supportEnds } from '../../families/supportEnds';
import { type Law, lawAt, parametersAt } from './law';

/**
 * How far a value lies outside of a law's support at each node: below 0 where it is too small, above 0 where it is too large. 0 where it lies
 * inside, or where that cannot be told.
 * @param nodes how many there are
 * @returns one for each coordinate
 */
export function outsideAt(law: Law, value: Float64Array, nodes: number): Float64Array[] {
  return Array.from({ length: law.size }, (_, j) => {
    const x = value[j]!;
    const result = new Float64Array(nodes);
    for (let n = 0; n < nodes; n++) {
      const here = lawAt(law, n);
      if (here.kind !== 'family') continue;
      const { low, high } = supportEnds(here.name, parametersAt(here, n, j));
      if (families[here.name].discrete && !Number.isInteger(x)) result[n] = 1;
      else if (x < low) result[n] = x - low;
      else if (x > high) result[n] = x - high;
    }
    return result;
  });
}

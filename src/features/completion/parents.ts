import type { Analysis } from '../../language/analysis';
import { dependents } from '../dependents';
import type { Draft } from './item';
import { isRandom, nameDraft, written } from './names';
import type { Place } from './place';

/** The variables that can be parents of the statement's: not itself, none that depends on it, none that is listed. */
export function parents(analysis: Analysis, place: Place): Draft[] {
  const barred = place.name === null ? new Set<never>() : dependents(analysis, place.name);
  return [...analysis.symbols.globals.values()]
    .filter((defined) => isRandom(defined) && !place.parents.includes(defined.name))
    .flatMap((defined) => {
      const text = written(defined, place, barred);
      // The index stands there already where a bracket follows.
      return text === null ? [] : [nameDraft(defined, place.next === '[' ? defined.name : text)];
    });
}

import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import { occurrences, symbolAt } from './symbolAt';

/** Every place of the name at the offset, in the order of the text; none where no defined name stands. */
export function references(analysis: Analysis, offset: number, includeDefinitions: boolean): Span[] {
  const found = symbolAt(analysis, offset);
  if (!found) return [];
  return occurrences(analysis, found.defined)
    .filter(({ role }) => includeDefinitions || role === 'use')
    .map(({ span }) => span);
}

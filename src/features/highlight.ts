import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import { occurrences, symbolAt } from './symbolAt';

export interface Highlight {
  readonly span: Span;
  /** A definition writes the name, a use reads it. */
  readonly kind: 'write' | 'read';
}

/** Every place of the name at the offset, for the marks that the editor puts behind them. */
export function highlight(analysis: Analysis, offset: number): Highlight[] {
  const found = symbolAt(analysis, offset);
  if (!found) return [];
  return occurrences(analysis, found.defined).map(({ span, role }) => ({
    span,
    kind: role === 'definition' ? 'write' : 'read',
  }));
}

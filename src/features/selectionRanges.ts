import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import { statementBefore } from './nodeAt';
import { pathAt } from './treePath';

/** The spans that a growing selection takes in turn, from the innermost to the whole text. */
export function selectionRanges(analysis: Analysis, offset: number): Span[] {
  const whole = { start: 0, end: analysis.text.length };
  const statement = statementBefore(analysis, offset);
  const path = statement && offset <= statement.span.end ? pathAt(statement, offset) : [];
  const spans = [...path.map(({ span }) => span).reverse(), whole];
  return spans.filter((span, i) => {
    const inner = spans[i - 1];
    return inner === undefined || (span.start <= inner.start && inner.end <= span.end && size(span) > size(inner));
  });
}

function size({ start, end }: Span): number {
  return end - start;
}

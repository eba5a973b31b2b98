import type { Analysis } from '../language/analysis';
import type { Span } from '../language/syntax/span';
import { symbolAt } from './symbolAt';

export interface Definition {
  /** The name under the cursor. */
  readonly origin: Span;
  /** Where it is defined: the name, and the statement around it. A chain has several. */
  readonly targets: readonly { readonly name: Span; readonly statement: Span }[];
}

/** Where the name at the offset is defined; null where no defined name stands. */
export function definition(analysis: Analysis, offset: number): Definition | null {
  const found = symbolAt(analysis, offset);
  if (!found) return null;
  const { spans, statements } = found.defined;
  return {
    origin: found.span,
    targets: spans.map((name) => ({
      name,
      statement: statements.find(({ span }) => span.start <= name.start && name.end <= span.end)?.span ?? name,
    })),
  };
}

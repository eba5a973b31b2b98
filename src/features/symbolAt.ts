import type { Analysis, Defined } from '../language/analysis';
import type { Span } from '../language/syntax/span';

/** A defined name where it stands in the text. */
export interface Occurrence {
  readonly defined: Defined;
  readonly span: Span;
  readonly role: 'definition' | 'use';
}

/** The defined name at an offset, its end included, so that a cursor behind the name still finds it; null where there is none. */
export function symbolAt(analysis: Analysis, offset: number): Occurrence | null {
  const use = touching(analysis.symbols.uses, offset);
  if (use) return { defined: use.defined, span: use.span, role: 'use' };
  for (const defined of allDefined(analysis)) {
    const span = defined.spans.find((candidate) => touches(candidate, offset));
    if (span) return { defined, span, role: 'definition' };
  }
  return null;
}

/** Every place of a name: its definitions and its uses, in the order of the text. */
export function occurrences(analysis: Analysis, defined: Defined): Occurrence[] {
  return [
    ...defined.spans.map((span) => ({ defined, span, role: 'definition' as const })),
    ...analysis.symbols.uses
      .filter((use) => use.defined === defined)
      .map(({ span }) => ({ defined, span, role: 'use' as const })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Global names first, then loop indices and network arguments. */
export function* allDefined(analysis: Analysis): Generator<Defined> {
  yield* analysis.symbols.globals.values();
  yield* analysis.symbols.locals;
}

export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/**
 * The element of a list in the order of the text whose span touches the offset, by bisection;
 * of two that meet there, the one that starts there.
 */
export function touching<T extends { readonly span: Span }>(sorted: readonly T[], offset: number): T | null {
  const last = lastStartingBy(sorted, offset);
  return last && offset <= last.span.end ? last : null;
}

/** The last element of a list in the order of the text that starts at the offset or before it, by bisection. */
export function lastStartingBy<T extends { readonly span: Span }>(sorted: readonly T[], offset: number): T | null {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}

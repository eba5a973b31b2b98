import type { Span } from '../../../src/language/syntax/span';
import type { ModelMessage } from '../../../src/protocol';

/** What of a model stands where the caret is, or is selected, in its text. */
export interface Selection {
  /** Of the model that the slots belong to. */
  readonly structureKey: string;
  /** The literals; none where the caret is in none. */
  readonly slots: readonly number[];
  /** The name that the statement defines. */
  readonly statement: string;
}

/** @returns what stands in a span of the text; null where that is no statement that defines a name */
export function selectionAt(
  { start, end }: Span,
  { structureKey, numberSpans, statementSpans }: Pick<ModelMessage, 'structureKey' | 'numberSpans' | 'statementSpans'>,
): Selection | null {
  const touches = (span: Span): boolean => span.start <= end && start <= span.end;
  const found = [...statementSpans].find(([, spans]) => spans.some(touches));
  if (found === undefined) return null;
  const [statement, spans] = found;
  const slots = numberSpans.flatMap((span, slot) =>
    // Where more than one number is selected, those that are only touched at an end are not meant.
    touches(span) && (start === end || (span.start < end && start < span.end)) && spans.some((own) => within(span, own))
      ? [slot]
      : [],
  );
  return { structureKey, slots, statement };
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two selections are of the same. */
export function sameSelection(one: Selection | null, other: Selection | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.structureKey === other.structureKey &&
    one.statement === other.statement &&
    one.slots.join() === other.slots.join()
  );
}

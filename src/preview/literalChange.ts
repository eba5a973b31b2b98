import type { Span } from '../language/syntax/span';
import type { Model } from '../model/model';
import type { EditMessage } from '../protocol';

/** A piece of text for a place in the document. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/**
 * What to write for an edit from the plot.
 *
 * @param model of the text as it is now; null where it has errors
 * @param written what the same gesture wrote before, by slot
 * @returns a sentence where a literal no longer holds the number that the gesture began with or wrote last: then somebody else has
 * changed the text, and the gesture is over
 */
export function literalChange(
  model: Pick<Model, 'structureKey' | 'numbers' | 'numberSpans'> | null,
  edit: EditMessage,
  written: ReadonlyMap<number, number>,
): readonly Replacement[] | string {
  if (model === null) return 'The text has errors: mend them, and the plot can be dragged again.';
  if (model.structureKey !== edit.structureKey)
    return 'The text was changed while the plot was dragged; nothing was written.';
  const replacements: Replacement[] = [];
  for (const { slot, was, value } of edit.changes) {
    const span = model.numberSpans[slot];
    if (span === undefined || model.numbers[slot] !== (written.get(slot) ?? was)) {
      return 'The number was changed in the text while the plot was dragged; nothing was written.';
    }
    if (model.numbers[slot] !== value) replacements.push({ span, text: numberText(value) });
  }
  return replacements;
}

/** A number as the language writes it. */
function numberText(value: number): string {
  // A negative zero would be a minus sign for nothing.
  return String(value === 0 ? 0 : value);
}

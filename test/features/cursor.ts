import type { Edit } from '../../src/language/diagnostic';
import type { Span } from '../../src/language/span';
import { applyEdits, unmark } from '../language/harness';

const mark = '<|>';

/** A text with the cursor where `<|>` stands in the source: `latent z ~ Nor<|>`. */
export interface WithCursor {
  readonly text: string;
  readonly offset: number;
}

/** Takes the cursor out of a source. Throws unless there is exactly one: the test itself is then wrong. */
export function cursor(source: string): WithCursor {
  const offset = source.indexOf(mark);
  if (offset < 0 || source.indexOf(mark, offset + 1) >= 0) {
    throw new Error(`one ${mark} is needed in ${JSON.stringify(source)}`);
  }
  return { text: source.slice(0, offset) + source.slice(offset + mark.length), offset };
}

/** The same with spans marked too: `latent «z» ~ Nor<|>`. */
export function cursorAndSpans(source: string): WithCursor & { readonly spans: readonly Span[] } {
  const bare = source.replace(mark, '');
  const { text, spans } = unmark(bare);
  const before = source.slice(0, source.indexOf(mark));
  return { text, spans, offset: unmarkPart(before).length };
}

function unmarkPart(part: string): string {
  return part.replace(/[«»]/g, '');
}

/** The text after an edit at one place, as when a completion is accepted. */
export function edited(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, edits);
}

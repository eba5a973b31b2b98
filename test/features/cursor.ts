import { analyse } from '../../src/language/analyse';
import type { Analysis, DataFiles } from '../../src/language/analysis';

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

/** The analysis of a source without its cursor, and the cursor. */
export function analysed(source: string, files?: DataFiles): { readonly analysis: Analysis; readonly offset: number } {
  const { text, offset } = cursor(source);
  return { analysis: analyse(text, files), offset };
}

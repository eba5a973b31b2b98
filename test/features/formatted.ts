import { formatting } from '../../src/features/formatting';
import { analyse } from '../../src/language/analyse';
import { applyEdits } from '../language/harness';

/** The text as it is after formatting. */
export function formatted(text: string, newline?: string): string {
  return applyEdits(text, formatting(analyse(text), newline));
}

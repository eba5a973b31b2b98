import { shortened } from '../../model/quote';
import type { Diagnostic } from '../syntax/diagnostic';

/** Characters of a sentence that may hold something endless; no sentence has as many by what it is about alone. */
const suspicious = 200;

/** A diagnostic whose words quote no more of a text than one reads, however long the names, numbers and texts in it are. */
export function inShort(diagnostic: Diagnostic): Diagnostic {
  const { message, fixes, related } = diagnostic;
  const long = (text: string) => text.length > suspicious;
  if (!long(message) && !fixes.some(({ title }) => long(title)) && !related.some((one) => long(one.message)))
    return diagnostic;
  return {
    ...diagnostic,
    message: sentence(message),
    fixes: fixes.map((fix) => ({ ...fix, title: sentence(fix.title) })),
    related: related.map((one) => ({ ...one, message: sentence(one.message) })),
  };
}

/** Cuts what stands in backquotes, and words that are no words. */
function sentence(text: string): string {
  if (text.length <= suspicious) return text;
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => `\`${shortened(code, 120)}\``)
    .replace(/[^\s`]{121,}/g, (word) => shortened(word));
}

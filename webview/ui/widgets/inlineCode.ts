import { html, type TemplateResult } from 'lit';

/** A sentence in which what stands between backticks is code, as the checker's messages write it. */
export function inlineCode(sentence: string): TemplateResult {
  const parts = sentence.split('`');
  // An odd backtick out is a character like any other.
  const balanced = parts.length % 2 === 1;
  return html`${balanced ? parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part)) : sentence}`;
}

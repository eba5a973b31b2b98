import { html, type TemplateResult } from 'lit';

/** What a button with a picture says; where the panel is narrow, it is heard but not seen. */
export function word(text: string): TemplateResult {
  return html`<span class="word">${text}</span>`;
}

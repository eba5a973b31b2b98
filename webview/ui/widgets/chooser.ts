import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '../../../src/engine/api/preview';
import type { Actions } from '../scene/scene';

/** A drop-down of what there is to look at; nothing where there is no choice. */
export function chooser(
  part: 'observed' | 'latent',
  choices: readonly Choice[],
  current: string,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (choices.length < 2) return nothing;
  const changed = (event: Event): void => {
    const { value } = event.target as HTMLElement & { value: string };
    if (value !== '' && value !== current) actions.choose(part, value);
  };
  return html`<vscode-dropdown class="chooser" data-role=${`${part}-chooser`}
    aria-label=${part === 'observed' ? 'Observed variable to show' : 'Latent variable to show'}
    .value=${live(current)} @change=${changed}>
    ${choices.map(
      ({ label }) => html`<vscode-option value=${label} ?selected=${label === current}>${label}</vscode-option>`,
    )}
  </vscode-dropdown>`;
}

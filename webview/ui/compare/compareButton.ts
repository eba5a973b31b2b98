import { html, type TemplateResult } from 'lit';
import type { Scene } from '../scene/scene';
import { plotOf } from '../state/state';
import { compareIcon } from '../widgets/icons';
import { word } from '../widgets/word';
import { toggleSnapshot } from './snapshot';

/** Takes a snapshot of the present picture, to compare with it while editing; pressed while there is one. */
export function compareButton({ state, actions }: Scene): TemplateResult {
  const taken = state.snapshot !== null;
  return html`<vscode-button appearance="secondary" data-role="snapshot" aria-pressed=${taken ? 'true' : 'false'}
    title=${taken ? 'Stop comparing with the snapshot' : 'Keep the present curves as a snapshot, to compare with while you edit'}
    ?disabled=${!taken && plotOf(state) === null}
    @click=${() => actions.take(toggleSnapshot)}>${compareIcon}${word(taken ? 'Comparing' : 'Compare')}</vscode-button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { count, duration } from '../../plots/text/format';
import { compareButton } from '../compare/compareButton';
import { exportMenu } from '../export/exportMenu';
import { playOrPause } from '../request/playing';
import type { Scene } from '../scene/scene';
import { plotOf } from '../state/state';
import { pauseIcon, pinIcon, pinnedIcon, playIcon, resampleIcon } from '../widgets/icons';
import { word } from '../widgets/word';

/** The title, what is known of the computation, and the buttons. */
export function header(scene: Scene): TemplateResult {
  const { state, busy, actions } = scene;
  const plot = plotOf(state);
  const named = state.problem?.kind === 'stale' ? state.problem.message.fileName : (state.model?.fileName ?? '');
  const title = plot?.asked.model.title ?? plot?.asked.model.fileName ?? named;
  return html`<header class="head">
    <h1 title=${named}>${title}</h1>
    <div class="badges">${plot === null ? nothing : badges(plot)}${
      busy ? html`<vscode-progress-ring class="ring" aria-label="Computing"></vscode-progress-ring>` : nothing
    }</div>
    <div class="buttons">
      <vscode-button appearance="secondary" data-role="play" aria-pressed=${state.play.mode === 'running' ? 'true' : 'false'}
        title="Draw samples one by one, slowly: first the latent variables, then what is observed"
        ?disabled=${state.model === null || state.problem?.kind === 'stale'} @click=${() => actions.take(playOrPause)}
        >${state.play.mode === 'running' ? pauseIcon : playIcon}${word(state.play.mode === 'running' ? 'Pause' : 'Play')}</vscode-button>
      <vscode-button appearance="secondary" title="Draw fresh samples with the next seed" data-role="resample"
        ?disabled=${state.model === null} @click=${actions.resample}>${resampleIcon}${word('Resample')}</vscode-button>
      ${exportMenu(scene)}
      ${compareButton(scene)}
      <vscode-button appearance="secondary" data-role="pin" aria-pressed=${state.pinned ? 'true' : 'false'}
        title=${state.pinned ? 'Follow the active editor again' : 'Keep showing this file when another one is opened'}
        @click=${actions.pin}>${state.pinned ? pinnedIcon : pinIcon}${word(state.pinned ? 'Pinned' : 'Pin')}</vscode-button>
    </div>
  </header>`;
}

function badges({ preview, asked }: NonNullable<ReturnType<typeof plotOf>>): TemplateResult {
  const { method } = preview;
  const { samples } = asked.query;
  return html`<span class=${`badge method ${method.exact ? 'exact' : 'approximate'}`} data-role="method"
      title=${method.sentence}>${method.badge}</span>
    <span class="badge" data-role="backend"
      title=${`Computed by the ${preview.backend} backend${preview.reused ? ' with the functions of the last edit' : ''}`}
      >${preview.backend} · ${duration(preview.milliseconds)}</span>
    ${samples > 0 ? html`<span class="badge" data-role="sample-count">${count(samples)} samples</span>` : nothing}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { count } from '../../plots/text/format';
import { playAt, playOrPause, stepPlaying, stopPlaying } from '../request/playing';
import { noRows, rowsOf } from '../request/playRows';
import type { Scene } from '../scene/scene';
import { type PlayStage, playedRow, type Speed, speeds } from '../state/play';
import { plotOf } from '../state/state';
import { drawIcon, pauseIcon, playIcon, stageIcon, stopIcon } from '../widgets/icons';
import { mathHtml } from '../widgets/mathHtml';
import { type Drawn, type DrawText, drawText } from './playText';

/** The transport of slow sampling, with the sentence of the present draw; nothing while nothing is played. */
export function playBar(scene: Scene): TemplateResult | typeof nothing {
  const { state, actions } = scene;
  const { play } = state;
  const shown = plotOf(state);
  if (play.mode === 'off' || shown === null) return nothing;
  const running = play.mode === 'running';
  const rows = rowsOf(state);
  const over = rows !== null && play.stage === 'observed' && play.draws >= rows.count;
  const chosen = (event: Event): void => {
    const speed = speeds.find((each) => String(each) === (event.target as HTMLSelectElement).value);
    if (speed !== undefined) actions.take(playAt(speed));
  };
  return html`<section class="play-bar" aria-label="Sampling, one by one" data-role="play-bar" data-mode=${play.mode}
    data-draws=${play.draws} data-stage=${play.stage ?? nothing}>
    <div class="transport">
      ${button('play-toggle', running ? 'Pause' : over ? 'Play again' : 'Play', running ? pauseIcon : playIcon, () => actions.take(playOrPause))}
      ${button('play-stage', 'Next stage of the draw', stageIcon, () => actions.take(stepPlaying('stage')), over)}
      ${button('play-draw', 'One draw', drawIcon, () => actions.take(stepPlaying('draw')), over)}
      ${button('play-stop', 'Stop', stopIcon, () => actions.take(stopPlaying))}
      <select class="play-speed" aria-label="Speed" title="Speed" data-role="play-speed" @change=${chosen}>
        ${speeds.map((speed) => html`<option value=${speed} ?selected=${speed === play.speed}>${speedText(speed)}</option>`)}
      </select>
      <span class="play-count" data-role="play-count">${draws(play.draws, rows?.count ?? null)}</span>
    </div>
    <p class="play-sentence" data-role="play-sentence" aria-live=${play.byHand ? 'polite' : 'off'}>${sentence(scene, over)}</p>
  </section>`;
}

function button(role: string, title: string, icon: unknown, press: () => void, disabled = false): TemplateResult {
  return html`<button type="button" class="tool" data-role=${role} title=${title} aria-label=${title} ?disabled=${disabled}
    @click=${press}>${icon}</button>`;
}

function speedText(speed: Speed): string {
  return `${speed === 0.5 ? '½' : speed}×`;
}

function draws(done: number, most: number | null): string {
  const of = most === null ? '' : ` of ${count(most)}`;
  return `${count(done)}${of} ${done === 1 && most === null ? 'draw' : 'draws'}`;
}

function sentence({ state }: Scene, over: boolean): unknown {
  const shown = plotOf(state);
  if (shown === null) return nothing;
  const rows = rowsOf(state);
  if (rows === null) return noRows(shown.preview, shown.asked) ?? 'Drawing…';
  const row = playedRow(state.play);
  if (row === null || state.play.stage === null) return ahead(rows.ancestors, shown.preview.observed.choice.label);
  return html`${written(drawText(rows, row, state.play.stage, shown.preview.observed), state.play.stage, shown.preview.observed.choice.label)}${
    over ? html`<span class="play-over"> That was the last one; Resample draws others.</span>` : nothing
  }`;
}

/** What a draw will be. */
function ahead(ancestors: readonly string[], label: string): string {
  const [only, ...others] = ancestors;
  if (only === undefined) return `Each draw: ${label} from its distribution.`;
  if (others.length > 0) return `Each draw: first the latent variables, then ${label} given them.`;
  return `Each draw: first ${only}, then ${label} given ${only}.`;
}

function written(text: DrawText, stage: PlayStage, label: string): TemplateResult {
  const arrow = html`<span class="play-arrow">→</span>`;
  return html`<span class="visually-hidden">${text.spoken}</span><span aria-hidden="true">${
    text.before > 0 ? html`<span class="play-arrow" title=${`${count(text.before)} more before`}>… </span>` : nothing
  }${text.latent.map((each, i) => html`${i > 0 ? ', ' : nothing}${drawnText(each, stage === 'latent')}`)}${
    text.law === null
      ? nothing
      : html`${text.latent.length > 0 ? arrow : nothing}<span class=${stage === 'conditional' ? 'fresh' : ''}>${mathHtml(label)} ~ ${text.law}</span>`
  }${text.observed === null ? nothing : html`${arrow}${drawnText(text.observed, true)}`}</span>`;
}

function drawnText({ name, value, className }: Drawn, fresh: boolean): TemplateResult {
  return html`<span class=${fresh ? 'fresh' : ''}>${mathHtml(name)} = <b class=${className === null ? '' : `ink ${className}`}>${value}</b></span>`;
}

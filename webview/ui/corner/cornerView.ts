import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { CornerPicture } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import type { CornerLayout } from '../../plots/corner/corner';
import { cornerPlot } from '../../plots/corner/cornerPlot';
import { cornerMethod } from '../../plots/corner/cornerWords';
import { asideOf } from '../request/asides';
import { type CornerSubject, cornerSubject, cornerSubjects, hasRoom, shownChoices } from '../request/cornerSubjects';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { heat } from '../widgets/heat';
import { mathHtml } from '../widgets/mathHtml';
import { paneKind } from '../widgets/paneKind';
import { place } from '../widgets/place';
import { textTable } from '../widgets/textTable';
import type { View } from '../widgets/view';
import { cornerSheet } from './cornerSheet';
import { chooseSubject, toggleNumber, widen } from './cornerSteps';

/** Several numbers, each by itself and each against each. */
export const cornerView: View = {
  name: 'corner',
  label: 'Corner',
  applies: ({ model }) => cornerSubjects(model.structure).length > 0,
  heading,
  content,
};

function heading(asked: Asked, { state, actions }: Scene): TemplateResult {
  const subject = cornerSubject(state.corner, asked.model.structure);
  const shown = subject === null ? [] : shownChoices(state.corner, subject);
  const first = shown[0];
  if (subject === null || first === undefined) return html``;
  return html`${paneKind(subject.role === 'observed' ? 'Observed' : 'Latent', first, asked, actions)}${mathHtml(`p(${shown.map(({ label }) => label).join(', ')})`)}`;
}

function content(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const { structure } = asked.model;
  const subject = cornerSubject(scene.state.corner, structure);
  if (subject === null) return html``;
  const answer = asideOf('corner', preview, asked);
  const labels = asked.query.asides.flatMap((aside) =>
    aside.kind === 'corner' ? aside.choices.map(({ label }) => label) : [],
  );
  const own = answer?.kind === 'corner' ? answer : null;
  const corner =
    answer?.kind === 'none' ? null : scene.pictures.lastCorner(`${asked.model.uri} ${labels.join(' ')}`, own);
  return html`
    ${head(subject, cornerSubjects(structure), scene)}
    ${
      corner === null
        ? html`<p class="fan-none" data-role="corner-none">${answer?.kind === 'none' ? answer.reason : 'Working out every pair …'}</p>`
        : figure(corner, subject, asked, scene, preview.final && own !== null)
    }`;
}

function figure(
  corner: CornerPicture,
  subject: CornerSubject,
  asked: Asked,
  scene: Scene,
  final: boolean,
): TemplateResult {
  const { pictures, sizes, theme } = scene;
  const layout = pictures.cornerLayout(corner, sizes.get('corner'), theme.fontSize);
  return html`<figure role="figure" aria-label=${pictures.cornerDescription(corner)} data-role="corner"
      data-subject=${subject.label} data-version=${asked.model.version} data-final=${final}
      data-count=${corner.marginals.length} data-numbers=${corner.marginals.map(({ choice }) => choice.label).join(' ')}>
      <div class="stage corner" ${ref(sizes.track('corner'))}>
        ${canvases(layout, scene)}
        ${cornerPlot(layout, theme.fontSize)}
        ${cornerSheet(corner, layout, scene)}
      </div>
    </figure>
    <div class="foot">
      <p class="mass" data-role="corner-method">${cornerMethod(corner)}${
        subject.role === 'latent' && asked.query.evidence.length > 0 ? ' · before anything is observed' : nothing
      }</p>
      ${textTable('corner', `Values of the corner plot of ${subject.label}`, () => pictures.cornerTable(corner), scene)}
    </div>`;
}

function canvases({ panels }: CornerLayout, { pictures, theme }: Scene): TemplateResult {
  const ramp = pictures.ramp(...theme.background);
  return html`${panels.map((panel) => {
    if (panel.kind === 'single') return nothing;
    const { left, top, right, bottom } = panel.frame;
    const discrete = panel.discrete ? ' values' : '';
    return html`<canvas class=${`heat${discrete}`} aria-hidden="true" ${place({ left, top, width: right - left, height: bottom - top })}
      ${heat(panel.pair, ramp, panel.highest)}></canvas>`;
  })}`;
}

function head(subject: CornerSubject, subjects: readonly CornerSubject[], { state, actions }: Scene): TemplateResult {
  const shown = shownChoices(state.corner, subject);
  const changed = (event: Event): void => {
    const { value } = event.target as HTMLElement & { value: string };
    if (value !== '' && value !== subject.label) actions.take((now) => chooseSubject(now, value));
  };
  return html`<div class="corner-head">
    <fieldset class="corner-numbers" data-role="corner-numbers">
      <legend>Shown</legend>
      ${subject.choices.map(({ label }) => {
        const on = shown.some((one) => one.label === label);
        const fixed = on ? shown.length <= 2 : !hasRoom(shown);
        return html`<label class=${fixed ? 'fixed' : ''} title=${fixed ? (on ? 'Two numbers stay at least.' : 'No more than six are shown together: take one out first.') : ''}><input type="checkbox" data-label=${label} .checked=${live(on)} ?disabled=${fixed}
          @change=${() => actions.take((now) => toggleNumber(now, label))} />${mathHtml(label)}</label>`;
      })}
    </fieldset>
    ${
      state.corner.before === null
        ? nothing
        : html`<button type="button" class="corner-back" data-role="corner-back" @click=${() => actions.take(widen)}>Back to all ${state.corner.before.length}</button>`
    }
    ${
      subjects.length < 2
        ? nothing
        : html`<vscode-dropdown class="chooser" data-role="corner-chooser" aria-label="What the corner plot is of"
          .value=${live(subject.label)} @change=${changed}>
          ${subjects.map(({ label }) => html`<vscode-option value=${label} ?selected=${label === subject.label}>${label}</vscode-option>`)}
        </vscode-dropdown>`
    }
  </div>`;
}

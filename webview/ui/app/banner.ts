import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../scene/scene';
import { type Problem, plotOf } from '../state/state';
import { errorIcon, infoIcon, warningIcon } from '../widgets/icons';
import { inlineCode } from '../widgets/inlineCode';

/** A bar above the dimmed plot that says why it is not up to date; a click shows the place in the text. */
export function banner({ state, actions }: Scene): TemplateResult | typeof nothing {
  const { problem, refusedEdit } = state;
  if (problem === null && refusedEdit !== null && plotOf(state) !== null) {
    return html`<div class="banner refusal" role="status" data-role="banner">
      <span class="banner-text">${warningIcon}<span><strong>Not written</strong>: ${refusedEdit}</span></span>
    </div>`;
  }
  if (problem === null || plotOf(state) === null) return nothing;
  if (problem.kind === 'stale') {
    const { message } = problem;
    const [first] = message.problems;
    if (first === undefined) return nothing;
    return html`<div class="banner stale" role="status" data-role="banner">
      <button type="button" class="banner-text" title="Show the place in the text"
        @click=${() => actions.reveal(message.uri, first.span)}>
        ${warningIcon}<span><strong>Out of date</strong>: line ${first.line}: ${inlineCode(first.message)}</span>
      </button>${moreErrors(problem)}
    </div>`;
  }
  return html`<div class=${`banner ${problem.kind}`} role="status" data-role="banner">
    <span class="banner-text">${iconOf(problem)}<span><strong>${titles[problem.kind]}</strong>: ${inlineCode(problem.reason)}</span></span>
  </div>`;
}

/** What is no mistake of the model or the panel is only told. */
function iconOf({ kind }: Problem): TemplateResult {
  return kind === 'gone' || kind === 'restart' ? infoIcon : errorIcon;
}

const titles = {
  refusal: 'Not drawn',
  restart: 'Out of date',
  gone: 'Out of date',
  failure: 'The preview made a mistake',
} as const;

/** What stands in the panel while there is no plot to show. */
export function emptyState({ state, busy, actions }: Scene): TemplateResult {
  const { problem } = state;
  if (problem === null) {
    return html`<div class="empty" data-role="empty">
      ${busy ? html`<vscode-progress-ring aria-label="Computing"></vscode-progress-ring><p>Computing…</p>` : nothing}
    </div>`;
  }
  if (problem.kind !== 'stale') {
    return html`<div class="empty" data-role="empty">
      ${iconOf(problem)}
      <h2>${emptyTitles[problem.kind]}</h2>
      <p>${inlineCode(problem.reason)}</p>
    </div>`;
  }
  const { message } = problem;
  const [first] = message.problems;
  return html`<div class="empty" data-role="empty">
    ${warningIcon}
    <h2>Nothing to draw yet</h2>
    <p>The densities of ${message.fileName} appear here as soon as the text is a whole model.</p>
    ${
      first === undefined
        ? nothing
        : html`<button type="button" class="first-problem" title="Show the place in the text"
            @click=${() => actions.reveal(message.uri, first.span)}>
            <span class="line">line ${first.line}</span> ${inlineCode(first.message)}</button>`
    }
    ${moreErrors(problem)}
  </div>`;
}

const emptyTitles = {
  restart: 'The computation begins anew',
  refusal: 'This model cannot be drawn',
  gone: 'The file is no longer there',
  failure: 'The preview made a mistake',
} as const;

function moreErrors({ message }: Extract<Problem, { kind: 'stale' }>): TemplateResult | typeof nothing {
  const more = message.count - 1;
  if (more < 1) return nothing;
  const others = message.problems.slice(1).map(({ line, message: text }) => `line ${line}: ${text}`);
  return html`<span class="more" title=${others.join('\n')}>${more} more ${more === 1 ? 'error' : 'errors'}</span>`;
}

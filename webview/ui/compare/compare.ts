import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import type { Comparison } from '../../plots/compare/comparison';
import { significant } from '../../plots/text/format';
import type { Plot } from '../../plots/words/pointing';
import type { Scene } from '../scene/scene';
import type { Snapshot } from '../state/keptSnapshot';
import type { Asked } from '../state/state';

/** The plot of a snapshot that belongs with a plot: of the same file and variable; null where there is none. */
export function snapshotPlot(
  snapshot: Snapshot | null,
  part: 'observed' | 'prior',
  plot: Plot,
  asked: Asked,
): Plot | null {
  if (snapshot === null || snapshot.uri !== asked.model.uri) return null;
  const kept = snapshot[part];
  return kept?.choice.label === plot.choice.label && kept.kind === plot.kind ? kept : null;
}

/** The snapshot of the observed variable, on the scale that is chosen; null where there is none to draw. */
export function scaledSnapshot({ observed }: Preview, asked: Asked, { state, pictures }: Scene): Plot | null {
  const { snapshot, scale } = state;
  const kept = snapshotPlot(snapshot, 'observed', observed, asked);
  if (snapshot === null || kept === null) return null;
  return pictures.scaledSnapshot(kept, scale, snapshot.cumulative);
}

/** How far the picture is from the snapshot, for the foot of the plot. */
export function comparisonNote(plot: Plot, asked: Asked, { state, pictures }: Scene): TemplateResult | typeof nothing {
  const { snapshot } = state;
  if (snapshot === null) return nothing;
  if (snapshot.uri !== asked.model.uri) {
    return note(html`The snapshot is of another file, ${snapshot.fileName}: take one of this to compare.`);
  }
  return words(pictures.comparison(snapshot.observed, plot));
}

function words(found: Comparison): TemplateResult {
  if (found.kind === 'none') return note(html`${found.reason}`);
  const { forward, backward, jensenShannon, totalVariation } = found.divergence;
  return html`<p class="compare" data-role="compare" data-forward=${forward} data-backward=${backward}
    data-jensen-shannon=${jensenShannon} data-total-variation=${totalVariation}>
    <span>KL(snapshot ‖ now) = <b>${nats(forward)}</b></span>
    <span>KL(now ‖ snapshot) = <b>${nats(backward)}</b></span>
    <span title="The mean of the divergences of both to their even mixture, at most log 2">Jensen–Shannon <b>${nats(jensenShannon)}</b></span>
    <span title="Half of the area between the two, at most 1">total variation <b>${tidy(totalVariation)}</b></span>
    ${infinite(forward, backward)}
    ${found.note === '' ? nothing : html`<span>${found.note}</span>`}
  </p>`;
}

/** A divergence is infinite where one distribution has no probability and the other has some. */
function infinite(forward: number, backward: number): TemplateResult | typeof nothing {
  if (forward === Number.POSITIVE_INFINITY && backward === Number.POSITIVE_INFINITY) {
    return html`<span>∞: each has probability where the other has none</span>`;
  }
  if (forward === Number.POSITIVE_INFINITY)
    return html`<span>∞: the snapshot has probability where there is none now</span>`;
  if (backward === Number.POSITIVE_INFINITY)
    return html`<span>∞: there is probability now where the snapshot has none</span>`;
  return nothing;
}

function nats(value: number): string {
  return Number.isFinite(value) ? `${tidy(value)} nats` : '∞';
}

/** What is smaller than the grid can tell is 0. */
function tidy(value: number): string {
  return value < 1e-6 ? '0' : significant(value);
}

function note(text: TemplateResult): TemplateResult {
  return html`<p class="compare" data-role="compare">${text}</p>`;
}

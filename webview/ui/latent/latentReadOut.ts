import { html, nothing, type TemplateResult } from 'lit';
import type { Components, Preview } from '../../../src/engine/api/preview';
import { fixed, percent, short, significant } from '../../plots/text/format';
import { indexAt, type Plot, readAt } from '../../plots/words/pointing';
import type { Conditional } from '../density/conditionalSheet';
import { evidencePlace } from '../evidence/evidence';
import { asideOf } from '../request/asides';
import { leaveLatent } from '../request/explored';
import { exploredPlace } from '../request/exploredPlace';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { mathHtml } from '../widgets/mathHtml';

/**
 * What there is to say of the place in the latent space at which the reader is: z, p(z), where p(x | z) is highest, and how much of p(x) comes
 * from z. Where nobody is there it says how to get there; it keeps its room, so that nothing jumps.
 * @param plot the prior, or the posterior
 */
export function latentReadOut(
  preview: Preview,
  plot: Plot,
  conditional: Conditional | null,
  asked: Asked,
  scene: Scene,
): TemplateResult {
  const { state, actions } = scene;
  const at = exploredPlace(plot, state.explored);
  const x = preview.observed.choice.label;
  const z = plot.choice.label;
  if (at === null) {
    return html`<p class="latent-read-out idle" data-role="latent-read-out">Move over ${mathHtml(z)}, or step with the arrow keys, to see ${mathHtml(`p(${x} | ${z})`)}; click to stay.</p>`;
  }
  const read = readAt(plot, at);
  const reason = asideOf('conditional', preview, asked);
  return html`<div class="latent-read-out" data-role="latent-read-out" aria-live=${state.explored?.held === true ? 'polite' : 'off'}>
    <span class="values">
      ${read.places.map(({ name, value }) => html`<span>${mathHtml(name)} = <b>${value}</b></span>`)}
      <span>${mathHtml(read.density.name)} = <b>${read.density.value}</b></span>
      ${state.explored?.held === true ? html`<button type="button" class="chip" data-role="leave-latent" title="Leave the latent explorer (Escape)" @click=${() => actions.take(leaveLatent)}>leave <span aria-hidden="true">×</span></button>` : nothing}
    </span>
    <span class="said">${
      conditional !== null
        ? sentences(preview, conditional, asked, scene)
        : reason?.kind === 'none'
          ? reason.reason
          : nothing
    }</span>
  </div>`;
}

/** In full sentences, for readers of the screen and of the page alike. */
function sentences(preview: Preview, { picture, summary, at }: Conditional, asked: Asked, scene: Scene): unknown {
  const { observed } = preview;
  const x = observed.choice.label;
  const parts = [highest(observed, summary.peak, summary.density, at)];
  if (summary.isPart) {
    parts.push(
      `The weight of ${at} is ${significant(summary.factor)}: it contributes ${percent(summary.factor)} of the mass of p(${x}).`,
    );
    const share = shareAt(preview, summary.factor, picture.density, asked, scene);
    if (share !== null) parts.push(share);
  } else if (observed.kind !== 'plane') {
    parts.push(
      summary.factor === 1
        ? `It is drawn to the scale of p(${x}).`
        : `It is drawn × ${significant(summary.factor, 2)}, ${sameAsOthers(observed.components, summary.factor)}.`,
    );
  } else {
    parts.push('Its outlines hold 50 % and 95 % of it.');
  }
  if (picture.values.length > 1) parts.push(others(preview, picture.values));
  if (!picture.method.exact) parts.push(`Known by ${picture.method.badge}.`);
  return parts.filter((part) => part !== '').join(' ');
}

function highest(observed: Plot, peak: Conditional['summary']['peak'], density: number, at: string): string {
  const x = observed.choice.label;
  if (peak === null) return `p(${x} | ${at}) is 0 wherever p(${x}) is shown: it lies outside of the picture.`;
  const places = readAt(observed, peak).places.map(({ name, value }) => `${name} = ${value}`);
  return `p(${x} | ${at}) is highest at ${places.join(', ')}, where it is ${significant(density)}.`;
}

/** The part of z in p(x) where the reader points, or where x was observed. */
function shareAt(
  { observed }: Preview,
  weight: number,
  density: Float64Array,
  asked: Asked,
  { probe }: Scene,
): string | null {
  const place = probe?.place ?? evidencePlace(observed, asked.query.evidence);
  if (place === null) return null;
  const at = indexAt(observed, place);
  const marginal = (observed.kind === 'bars' ? observed.probability : observed.density)[at] ?? 0;
  if (!(marginal > 0) || !Number.isFinite(marginal)) return null;
  const share = Math.min(1, (weight * (density[at] ?? 0)) / marginal);
  const said = readAt(observed, place).places.map(({ name, value }) => `${name} = ${value}`);
  return `At ${said.join(', ')} it is ${fixed(share, 2)} of p(${observed.choice.label}).`;
}

function sameAsOthers(components: Components, factor: number): string {
  return components.kind === 'draws' && Math.abs(factor / components.scale - 1) < 1e-6
    ? 'as the thin lines of other values are'
    : 'so that it fits';
}

/** Where one coordinate of a vector is looked at: what the others are. */
function others({ prior }: Preview, values: readonly number[]): string {
  const coordinate = prior?.choice.coordinate ?? null;
  if (coordinate === null) return '';
  const whole = values.map((value) => short(value, 3)).join(', ');
  return `The whole vector is (${whole}): a number that was not moved is at the median of its prior.`;
}

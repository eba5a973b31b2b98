import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { FanPicture } from '../../../src/engine/api/aside';
import type { Given, Preview } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import { shareGroups } from '../../plots/fan/fan';
import { fanPlot } from '../../plots/fan/fanPlot';
import { elementAt } from '../../plots/fan/fanPointing';
import { type FanReadOut, readFan } from '../../plots/fan/fanWords';
import { count, short } from '../../plots/text/format';
import { evidenceChips, evidenceText, valueIn } from '../evidence/evidence';
import { asideOf } from '../request/asides';
import { type Chain, chainOf, chainsOf } from '../request/chains';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { mathHtml } from '../widgets/mathHtml';
import { paneKind } from '../widgets/paneKind';
import { textTable } from '../widgets/textTable';
import type { View } from '../widgets/view';
import { fanLegend } from './fanLegend';
import { fanPointer, seenAt } from './fanPointer';
import { chooseChain } from './fanSteps';

/** A chain over time: the quantiles of every element, or the probabilities of its categories. */
export const fanView: View = {
  name: 'fan',
  label: 'Over time',
  applies: ({ model }) => chainsOf(model.structure).length > 0,
  heading,
  content,
};

/** The chain, as on the whiteboard: `p(x[t] | x[10])`. */
function heading(asked: Asked, { state, actions }: Scene): TemplateResult {
  const { structure } = asked.model;
  const chain = chainOf(state, structure);
  if (chain === null) return html``;
  const { variable, coordinate, label } = chain;
  const of = structure.variables.find(({ name }) => name === variable);
  const seen = asked.query.evidence.map(({ variable: name, index }) => (index === null ? name : `${name}[${index}]`));
  const given = seen.length === 0 ? '' : ` | ${seen.length > mostNamed ? `${seen.length} values` : seen.join(', ')}`;
  const choice = { variable, index: of?.range?.[1] ?? null, coordinate, label };
  return html`${paneKind(of?.role === 'observed' ? 'Observed' : 'Latent', choice, asked, actions)}${mathHtml(`p(${label}${given})`)}`;
}

/** Elements that were observed and are named at the head. */
const mostNamed = 2;

function content(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const { structure } = asked.model;
  const chain = chainOf(scene.state, structure);
  if (chain === null) return html``;
  const answer = asideOf('fan', preview, asked);
  const found = answer?.kind === 'fan' ? answer : null;
  const own = found?.variable === chain.variable && found.coordinate === chain.coordinate ? found : null;
  const fan = answer?.kind === 'none' ? null : scene.pictures.lastFan(`${asked.model.uri} ${chain.label}`, own);
  const given = asked.query.evidence.map((each) => evidenceText(each, valueNames(fan, each, structure)));
  return html`
    <div class="fan-head">
      ${given.length > mostChips ? allChip(given, scene) : evidenceChips(asked.query.evidence, given, scene.actions)}
      ${chooser(chainsOf(structure), chain, scene)}
    </div>
    ${fan === null ? waiting(answer?.kind === 'none' ? answer.reason : null) : picture(fan, chain, asked, scene, preview.final && own !== null, given.join(', '))}`;
}

function valueNames(fan: FanPicture | null, given: Given, structure: Structure): (value: number) => string {
  if (fan?.variable === given.variable && fan.content.kind === 'shares') {
    const { values, labels } = fan.content;
    return (value) => labels[values.indexOf(value)] ?? short(value, 5);
  }
  return valueIn(structure, given);
}

/** Of so many values observed each has a way back of its own beside the plot. */
const mostChips = 4;

function allChip(given: readonly string[], { actions }: Scene): TemplateResult {
  const text = `${given.length} values observed`;
  return html`<button type="button" class="chip" data-role="forget-all" title=${given.join(', ')}
    aria-label=${`${text}. Forget them`} @click=${() => actions.forget()}>${text} <span aria-hidden="true">×</span></button>`;
}

function waiting(reason: string | null): TemplateResult {
  return html`<p class="fan-none" data-role="fan-none">${reason ?? 'Working out every element of the chain …'}</p>`;
}

function picture(
  fan: FanPicture,
  chain: Chain,
  asked: Asked,
  scene: Scene,
  final: boolean,
  given: string,
): TemplateResult {
  const { pictures, sizes, theme, probe } = scene;
  const layout = pictures.fanLayout(
    fan,
    pictures.fanSeen(asked.query.evidence, fan.variable, fan.coordinate),
    sizes.get('fan'),
    theme.fontSize,
  );
  const k = probe === null ? fan.indices.length - 1 : elementAt(fan, probe.place.x);
  const pointed = probe === null ? null : { x: layout.x.scale(fan.indices[k] ?? 0), y: layout.y.scale(probe.place.y) };
  const titles = { x: loopOf(chain), y: fan.content.kind === 'bands' ? chain.label : `p(${chain.label})` };
  const median =
    fan.content.kind === 'bands' ? Array.from(fan.content.quantiles[2] ?? [], (value) => short(value, 6)) : null;
  return html`${fanLegend(fan)}
    <figure role="figure" aria-label=${pictures.fanDescription(fan, given)} data-role="fan" data-kind=${fan.content.kind}
      data-choice=${chain.label} data-version=${asked.model.version} data-final=${final} data-indices=${fan.indices.length}
      data-median=${median === null ? nothing : median.join(' ')} data-given=${given}>
      <div class="stage fan" ${ref(sizes.track('fan'))}>
        ${fanPlot(layout, titles, theme.fontSize, pointed)}
        ${fanPointer(fan, layout, chain, scene)}
      </div>
    </figure>
    ${readOut(readFan(fan, k, coloursOf(fan)), scene, seenAt(fan, layout, chain, probe?.place ?? { x: 0, y: 0 }) !== null)}
    <div class="foot">
      <p class="mass" data-role="fan-method"><span title=${fan.sentence}>${fan.badge}</span>${
        fan.indices.length < fan.total
          ? html` · ${count(fan.indices.length)} of ${count(fan.total)} elements, evenly spaced`
          : nothing
      }</p>
      ${textTable('fan', `Values of the fan of ${chain.label}`, () => pictures.fanTable(fan), scene)}
    </div>`;
}

/** What runs along the axis: the name of the index. */
function loopOf({ label }: Chain): string {
  return /\[(\p{L}[\p{L}\p{N}_]*)\]/u.exec(label)?.[1] ?? 't';
}

function coloursOf({ content }: FanPicture): ReadonlyMap<string, string> {
  if (content.kind === 'bands') return new Map();
  return new Map(
    shareGroups(content).flatMap(({ className, members }) => members.map((v) => [content.labels[v] ?? '', className])),
  );
}

function readOut({ name, figures, spoken }: FanReadOut, { probe }: Scene, observable: boolean): TemplateResult {
  return html`<div class=${`read-out ${probe === null ? 'idle' : ''}`} data-role="fan-read-out">
    <span class="visually-hidden" aria-live=${probe?.by === 'keyboard' ? 'polite' : 'off'}>${probe === null ? '' : spoken}</span>
    <span class="values" aria-hidden="true">
      <span>${mathHtml(name)}</span>
      ${figures.map(
        (figure) =>
          html`<span><span class=${figure.className === '' ? 'peak' : `ink ${figure.className}`}>${figure.name}</span> <b>${figure.value}</b></span>`,
      )}
      ${observable && probe !== null ? html`<span class="peak fan-hint">click or Enter observes it</span>` : nothing}
    </span>
  </div>`;
}

function chooser(chains: readonly Chain[], { label }: Chain, { actions }: Scene): TemplateResult | typeof nothing {
  if (chains.length < 2) return nothing;
  const changed = (event: Event): void => {
    const { value } = event.target as HTMLElement & { value: string };
    if (value !== '' && value !== label) actions.take((state) => chooseChain(state, value));
  };
  return html`<vscode-dropdown class="chooser" data-role="fan-chooser" aria-label="Chain to show" .value=${live(label)} @change=${changed}>
    ${chains.map((each) => html`<vscode-option value=${each.label} ?selected=${each.label === label}>${each.label}</vscode-option>`)}
  </vscode-dropdown>`;
}

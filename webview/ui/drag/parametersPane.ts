import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Preview } from '../../../src/engine/api/preview';
import { bondFault } from '../../handles/bondFault';
import { bondChanges, bondLimits } from '../../handles/bonds';
import type { Change } from '../../handles/change';
import { both, inUnits } from '../../handles/limits';
import type { Parameter, ParameterGroup } from '../../handles/parameters';
import { roundToStep } from '../../handles/rounding';
import { decimalsIn } from '../../handles/shares';
import { writtenWith } from '../../handles/writtenWith';
import { colourClass } from '../../plots/axes/colours';
import { count } from '../../plots/text/format';
import { locksOf, toggleLock } from '../request/locks';
import { quiet } from '../request/step';
import type { Scene } from '../scene/scene';
import { isOutdated } from '../state/outdated';
import { wantedNumbers } from '../state/pendingEdit';
import { refusalOf } from '../state/refusedNumber';
import type { Asked, WholeModel } from '../state/state';
import { lockedIcon, unlockedIcon } from '../widgets/icons';
import { mathHtml } from '../widgets/mathHtml';
import { endTyping, typedBox } from '../widgets/typing';
import { canBeLocked, changedNumbers, openedNumbers, resetGroups } from './numberSteps';

/** Literals that are listed at most; a thousand sliders help nobody. */
const listed = 60;
/** Steps of a slider from end to end. */
const steps = 200;

/** Every literal of the model as a slider and a number, grouped by the statement that it stands in. */
export function parametersPane(preview: Preview, shown: Asked, scene: Scene): TemplateResult | typeof nothing {
  // A key moves a slider on from where the last key has put it, whatever the plots show yet.
  const asked = { ...shown, model: { ...shown.model, numbers: wantedNumbers(scene.state, shown.model) } };
  const { structure, numbers } = asked.model;
  scene.sliders.enter(asked.model);
  const groups = scene.pictures.parameters(structure, numbers);
  const total = groups.reduce((sum, { parameters }) => sum + parameters.length, 0);
  if (total === 0) return nothing;
  let left = listed;
  return html`<section class="pane parameters" aria-labelledby="parameters-title" data-role="parameters" ?inert=${isOutdated(scene.state)}>
    <h2 id="parameters-title"><span class="pane-kind">Parameters</span></h2>
    <div class="parameter-groups">${groups.map((group) => {
      const shown = group.parameters.slice(0, Math.max(0, left));
      left -= shown.length;
      return shown.length === 0 ? nothing : groupList({ ...group, parameters: shown }, preview, asked, scene);
    })}</div>
    ${total > listed ? html`<p class="rest">and ${count(total - listed)} more, in the text</p>` : nothing}
  </section>`;
}

function groupList(group: ParameterGroup, preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const { model } = asked;
  const span = model.statementSpans.get(group.name)?.[0];
  const changed = changedNumbers(group.parameters, model.numbers, openedNumbers(scene.state, model));
  const reset = (): void => resetGroups([group], model, scene);
  return html`<fieldset class="parameter-group">
    <legend>
      <button type="button" class="group-name" title=${`Show the statement of ${group.name} in the text`}
        @click=${() => span !== undefined && scene.actions.reveal(model.uri, span)}>${mathHtml(group.name)}</button>
      ${group.domain === null || group.domain === 'real' ? nothing : html`<span class="domain">${group.domain}</span>`}
      ${changed.length === 0 ? nothing : html`<button type="button" class="reset" title="Back to the numbers that the file had when it was opened" @click=${reset}>reset</button>`}
    </legend>
    ${group.parameters.map((parameter) => row(parameter, group, preview, asked, scene))}
  </fieldset>`;
}

function row(
  parameter: Parameter,
  group: ParameterGroup,
  preview: Preview,
  asked: Asked,
  scene: Scene,
): TemplateResult {
  const { model } = asked;
  const { actions, sliders } = scene;
  const { slot, bond } = parameter;
  const value = model.numbers[slot] ?? Number.NaN;
  const { low, high } = sliders.range(slot, value, parameter.limits);
  const counted = parameter.limits.whole === true;
  const step = counted ? Math.max(1, (high - low) / steps) : (high - low) / steps;
  const locked = locksOf(scene.state, model.structureKey);
  const unit = bond?.kind === 'simplex' ? 1e-3 : Number(`1e-${Math.max(0, Math.ceil(-Math.log10(step)))}`);
  const own = inUnits(parameter.limits, unit, value);
  const limits = bond === null ? own : both(own, bondLimits(bond, model.numbers, slot, locked, unit));
  const component = componentOf(preview, parameter, model);
  const label = component?.label ?? parameter.label;
  const name = `${group.name}${label === '' ? '' : ` ${label}`}`;
  const id = `slider ${slot}`;
  const changes = (wanted: number, numbers: readonly number[], digits: number): readonly Change[] =>
    bond === null ? [{ slot, value: wanted }] : bondChanges(bond, numbers, slot, wanted, locked, digits);
  const slid = (event: Event): void => {
    if (scene.held?.id !== id) actions.grab({ id, invert: (px) => px, offset: 0 });
    const rounded = roundToStep(Number((event.target as HTMLInputElement).value), step);
    const stopped = Math.min(limits.high, Math.max(limits.low, rounded));
    // From where the slide began: what the others have lost by rounding comes back when it does.
    const begun = scene.held?.id === id ? scene.state.pending?.before : undefined;
    const numbers = begun === undefined ? model.numbers : model.numbers.map((number, i) => begun.get(i) ?? number);
    if (Number.isFinite(stopped)) actions.edit(changes(stopped, numbers, unit));
  };
  const typed = (event: Event): void => {
    const { value: text } = event.target as HTMLInputElement;
    const reason = refusalOf(text, name, value, parameter.limits, (wanted) =>
      bond === null ? null : bondFault(bond, model.numbers, slot, locked, wanted),
    );
    const wanted = Number(text);
    if (reason === null) actions.edit(changes(wanted, model.numbers, Math.min(unit, 10 ** -decimalsIn(wanted))));
    else actions.take((state) => quiet({ ...state, refusedNumber: { slot, reason } }));
  };
  const givenUp = ({ key, target }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    endTyping(target as Element);
    actions.take(quiet);
  };
  // What is half typed stays as it is, whatever else is drawn anew meanwhile.
  const half = typedBox(document)?.closest<HTMLElement>('[data-slot]')?.dataset.slot === String(slot);
  const span = model.numberSpans[slot];
  const refused = scene.state.refusedNumber;
  const { selection } = scene.state;
  const selected = selection?.structureKey === model.structureKey && selection.slots.includes(slot);
  const focused = (): void => {
    actions.mark([slot]);
    if (span === undefined) return;
    actions.post({ type: 'reveal', uri: model.uri, span: { start: span.start, end: span.end }, preserveFocus: true });
  };
  return html`<div class=${selected ? 'parameter at-caret' : 'parameter'} data-slot=${slot} aria-current=${selected ? 'true' : nothing} @pointerenter=${() => actions.mark([slot])} @pointerleave=${() => actions.mark([])}>
    <button type="button" class="parameter-name" title=${`Show ${name} in the text`} tabindex="-1"
      @click=${() => span !== undefined && actions.reveal(model.uri, span)}>
      ${component === null ? nothing : html`<span class=${`swatch ${colourClass(component.colour)}`}></span>`}${label === '' ? group.name : label}</button>
    <input type="range" aria-label=${name} ?disabled=${limits.low === limits.high} min=${low} max=${high} step=${counted ? 1 : 'any'} .value=${live(String(value))}
      @input=${slid} @change=${() => actions.letGo(false)} @focus=${focused} @blur=${() => actions.mark([])}>
    <input type="number" aria-label=${`${name}, as a number`} title=${whenOpened(openedNumbers(scene.state, model)[slot])} step="any" .value=${half ? noChange : live(String(value))} @change=${typed} @keydown=${givenUp}>
    ${canBeLocked(parameter) ? lock(slot, name, locked.has(slot), scene) : nothing}
    ${refused?.slot === slot ? html`<p class="parameter-refused" role="alert" data-role="refused-number">${refused.reason}</p>` : nothing}
  </div>`;
}

function whenOpened(value: number | null | undefined): string {
  return value === null || value === undefined
    ? 'Not in the file when it was opened'
    : `${value} when the file was opened`;
}

/** Keeps a number as it is while the others of its vector share the rest. */
function lock(slot: number, name: string, locked: boolean, { actions }: Scene): TemplateResult {
  const title = locked ? `Let ${name} move again` : `Keep ${name} as it is while the others move`;
  return html`<button type="button" class="lock" data-role="lock" aria-pressed=${locked ? 'true' : 'false'} title=${title}
    aria-label=${title} @click=${() => actions.take((state) => toggleLock(state, slot))}>${locked ? lockedIcon : unlockedIcon}</button>`;
}

/** The component that a literal alone is written for; its name is that of the entry of a vector that the component picks. */
function componentOf({ observed, prior }: Preview, { slot, label, entry }: Parameter, model: WholeModel) {
  if (observed.kind === 'plane' || observed.components.kind !== 'categories') return null;
  const { items } = observed.components;
  const { component } = writtenWith([slot], observed, prior, model.structure, model.numbers);
  const found = items.length > 1 && component !== null ? items[component] : undefined;
  if (found === undefined) return null;
  const picked = entry !== null && found.values.length === 1 && found.values[0] === entry + 1;
  return { label: picked ? found.label : label, colour: found.colour };
}

import { html, nothing, type TemplateResult } from 'lit';
import { valueLabel } from '../../../src/engine/api/labels';
import type { Given } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import { roundToStep } from '../../handles/rounding';
import { short } from '../../plots/text/format';
import { indexAt, isWithin, type Place, type Plot } from '../../plots/words/pointing';
import type { Picture } from '../scene/pictures';
import type { Actions } from '../scene/scene';
import { place } from '../widgets/place';
import { forgetOne } from './evidenceEntry';

/** What is observed where the reader clicks a plot; null where one place does not say the whole value of the variable. */
export function givenAt(plot: Plot, picture: Picture, at: Place): Given | null {
  const { variable, index, coordinate } = plot.choice;
  if (coordinate !== null) return null;
  if (plot.kind === 'bars') return { variable, index, values: [at.x] };
  if (picture.kind === 'bars') return null;
  const step = (scale: { invert(px: number): number }) => Math.abs(scale.invert(1) - scale.invert(0));
  const x = roundToStep(at.x, step(picture.x.scale));
  return { variable, index, values: plot.kind === 'curve' ? [x] : [x, roundToStep(at.y, step(picture.y.scale))] };
}

/** `x = 1.55`, `x[3] = (0.2, 1)`. */
export function evidenceText({ variable, index, values }: Given, label: (value: number) => string): string {
  const name = index === null ? variable : `${variable}[${index}]`;
  const [only, ...others] = values.map(label);
  return `${name} = ${others.length === 0 ? only : `(${[only, ...others].join(', ')})`}`;
}

/** How a value of an observed variable is written: by its name where the model gives it one. */
export function valueIn({ variables }: Structure, { variable }: Given): (value: number) => string {
  const type = variables.find(({ name }) => name === variable)?.type;
  const isNamed = type?.kind === 'category' || type?.kind === 'boolean';
  return (value) => (isNamed ? valueLabel(value, type) : short(value, 5));
}

/** Where in a plot its variable was observed; null where it was not, or where that lies outside of the picture. */
export function evidencePlace(plot: Plot, evidence: readonly Given[]): Place | null {
  const { variable, index, coordinate } = plot.choice;
  const own = evidence.find((given) => given.variable === variable && given.index === index);
  const [x, y = 0] = own?.values ?? [];
  return x !== undefined && coordinate === null && isWithin(plot, { x, y }) ? { x, y } : null;
}

/** The line over a plot, or over one of its bars, where its variable was observed. */
export function evidenceMark(
  plot: Plot,
  picture: Picture,
  evidence: readonly Given[],
): TemplateResult | typeof nothing {
  const at = evidencePlace(plot, evidence);
  if (at === null) return nothing;
  const { frame } = picture;
  if (picture.kind === 'plane') {
    const middle = { left: picture.x.scale(at.x), top: picture.y.scale(at.y) };
    return html`<div class="evidence-point" data-role="evidence-mark" ${place(middle)}></div>`;
  }
  const left = picture.kind === 'bars' ? frame.left + (indexAt(plot, at) + 0.5) * picture.step : picture.x.scale(at.x);
  return html`<div class="evidence-line" data-role="evidence-mark" ${place({ left, top: frame.top, height: frame.bottom - frame.top })}></div>`;
}

/** What is observed, each with the way back, and the way back for all of it. */
export function evidenceChips(
  evidence: readonly Given[],
  texts: readonly string[],
  actions: Actions,
): TemplateResult | typeof nothing {
  if (evidence.length === 0) return nothing;
  return html`<span class="chips" role="group" aria-label="Observed">
    ${evidence.map((given, i) => {
      const text = texts[i] ?? '';
      return html`<button type="button" class="chip" data-role="evidence" title="Forget this (Escape in the plot forgets all)"
        aria-label=${`Observed: ${text}. Forget it`} @click=${() => actions.take((state) => forgetOne(state, given))}>${text} <span aria-hidden="true">×</span></button>`;
    })}
    ${evidence.length < 2 ? nothing : html`<button type="button" class="chip" data-role="forget-all" @click=${() => actions.forget()}>forget all</button>`}
  </span>`;
}

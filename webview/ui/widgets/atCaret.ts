import { html, nothing, type TemplateResult } from 'lit';
import type { Bars, Preview } from '../../../src/engine/api/preview';
import type { Written } from '../../handles/writtenWith';
import type { ShelfLayout } from '../../plots/bars/shelf';
import type { Scene } from '../scene/scene';
import type { Selection } from '../state/selection';
import type { Asked } from '../state/state';
import { place } from './place';

/**
 * What of a shown model the caret is in. Nothing while a grip is held or a picture is not that of the text: then a mark would
 * only be in the way, or wrong.
 */
export function selectionIn({ model }: Asked, { state, held }: Pick<Scene, 'state' | 'held'>): Selection | null {
  const { selection, problem, caret, pending } = state;
  if (selection === null || problem !== null || held !== null || pending?.held === true) return null;
  return selection.structureKey === model.structureKey && caret?.uri === model.uri ? selection : null;
}

/** What of the pictures the numbers at the caret set. */
export function writtenAtCaret({ observed, prior }: Preview, asked: Asked, scene: Scene): Written | null {
  const selection = selectionIn(asked, scene);
  if (selection === null || selection.slots.length === 0) return null;
  const { structure, numbers } = asked.model;
  return scene.pictures.written(selection.slots, observed, prior, structure, numbers);
}

/** The bar of a discrete prior that belongs to the numbers at the caret. */
export function caretBar(
  written: Written | null,
  { values }: Bars,
  { rows, size }: ShelfLayout,
): TemplateResult | typeof nothing {
  const row = written === null || written.state === null ? undefined : rows[values.indexOf(written.state)];
  if (row === undefined) return nothing;
  return html`<div class=${`caret-row ${row.className}`} data-role="caret-mark" data-label=${row.label}
    ${place({ left: -5, top: row.y - 3, width: size.width + 10, height: row.height + 6 })}></div>`;
}

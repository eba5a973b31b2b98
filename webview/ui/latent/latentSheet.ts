import { html, type TemplateResult } from 'lit';
import type { ShelfLayout } from '../../plots/bars/shelf';
import { type Place, type Plot, peakPlace, placeAfterKey, placeAt, readAt } from '../../plots/words/pointing';
import { explore, leaveLatent } from '../request/explored';
import { exploredPlace, isAt } from '../request/exploredPlace';
import type { Picture } from '../scene/pictures';
import type { Scene } from '../scene/scene';
import type { State } from '../state/state';
import { isChord } from '../widgets/chord';
import { place } from '../widgets/place';

/** Where a latent picture lies, and how to read a place off it. */
export interface LatentArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The place of a pixel, counted from the area's corner. */
  placeAt(px: number, py: number): Place;
  /** States stand one below the other. */
  readonly upright: boolean;
}

/** The area of a curve or a plane. */
export function pictureArea(plot: Plot, picture: Picture): LatentArea {
  const { left, right, top, bottom } = picture.frame;
  const placeIn = (px: number, py: number): Place => placeAt(plot, picture, left + px, top + py);
  return { left, top, width: right - left, height: bottom - top, placeAt: placeIn, upright: false };
}

/** The area of lying bars, one below the other, or of many thin ones side by side. */
export function shelfArea({ values }: Extract<Plot, { kind: 'bars' }>, { rows, frame, size }: ShelfLayout): LatentArea {
  const upright = rows.length > 0;
  const [left, right] = upright ? [0, size.width] : [frame.left, frame.right];
  const length = upright ? frame.bottom - frame.top : right - left;
  const placeIn = (px: number, py: number): Place => {
    const index = Math.floor(((upright ? py : px) / length) * values.length);
    return { x: values[Math.min(values.length - 1, Math.max(0, index))] ?? 0, y: 0 };
  };
  return { left, top: frame.top, width: right - left, height: frame.bottom - frame.top, placeAt: placeIn, upright };
}

/**
 * The invisible sheet over the picture of a latent variable, through which the reader moves in the latent space: the pointer over it shows
 * p(x | z) there, a click stays, a drag moves on. To assistive technology it is a slider: arrow keys move, Shift moves further, Home
 * and End go to the ends, Escape leaves.
 */
export function latentSheet(plot: Plot, area: LatentArea, { state, now, actions }: Scene): TemplateResult {
  const { choice } = plot;
  const here = exploredPlace(plot, state.explored);
  const go = (spot: Place, held: boolean): void => actions.take((latest) => explore(latest, choice, spot, held));
  const under = (event: PointerEvent): Place => area.placeAt(event.offsetX, event.offsetY);
  const moved = (event: PointerEvent): void => {
    const pressed = (event.buttons & 1) === 1;
    if (pressed || !isHeld(plot, now())) go(under(event), pressed);
  };
  const taken = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    go(under(event), true);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    if (event.key === 'Escape') {
      actions.take(leaveLatent);
      (event.currentTarget as HTMLElement).blur();
      return;
    }
    const next = placeAfterKey(plot, here ?? peakPlace(plot), keyFor(event.key, plot, area), event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    go(next, true);
  };
  const values = plot.kind === 'bars' ? plot.values : plot.x;
  const at = here ?? peakPlace(plot);
  const said = readAt(plot, at).places.map(({ name, value }) => `${name} = ${value}`);
  return html`<div class=${`pointer latent ${plot.kind}`} role="slider" tabindex="0" data-role="latent-sheet"
    aria-label=${`Move through ${choice.label}`} aria-orientation=${area.upright ? 'vertical' : 'horizontal'}
    aria-valuemin=${values[0] ?? 0} aria-valuemax=${values[values.length - 1] ?? 0} aria-valuenow=${at.x}
    aria-valuetext=${here === null ? `${said.join(', ')}, not entered` : said.join(', ')}
    ${place({ left: area.left, top: area.top, width: area.width, height: area.height })}
    @pointermove=${moved} @pointerdown=${taken} @keydown=${pressed}></div>`;
}

/**
 * What lies over the picture of a latent variable: where the reader is, the sheet, and what can be taken hold of. A place that is only
 * pointed at is left when the pointer leaves all of it, not when it passes over a grip.
 */
export function latentOver(plot: Plot, area: LatentArea, mark: unknown, above: unknown, scene: Scene): TemplateResult {
  const { state, now, actions } = scene;
  // Only where the main pane shows what comes of it.
  if (state.view !== 'density') return html`${above}`;
  const left = (event: PointerEvent): void => {
    if (!isHeld(plot, now()) && (event.buttons & 1) === 0) actions.take(leaveLatent);
  };
  return html`<div class="latent-over" @pointerleave=${left}>${mark}${latentSheet(plot, area, scene)}${above}</div>`;
}

/** Whether the reader stays at a value of this variable, by now: a pointer may be gone before its click is painted. */
function isHeld({ choice }: Plot, { explored }: State): boolean {
  return explored?.held === true && isAt(explored, choice);
}

/** Along a list of states the keys up and down do what left and right do. */
function keyFor(key: string, plot: Plot, { upright }: LatentArea): string {
  if (plot.kind === 'plane') return key;
  if (key === 'ArrowDown') return upright ? 'ArrowRight' : 'ArrowLeft';
  if (key === 'ArrowUp') return upright ? 'ArrowLeft' : 'ArrowRight';
  return key;
}

import { html, type TemplateResult } from 'lit';
import { type Place, type Plot, peakPlace, placeAfterKey, placeAt, readAt } from '../../plots/words/pointing';
import { givenAt } from '../evidence/evidence';
import type { Picture } from '../scene/pictures';
import type { Actions, Probe } from '../scene/scene';
import { isChord } from '../widgets/chord';
import { place } from '../widgets/place';
import type { ZoomGestures } from './zoomGestures';

/**
 * The invisible sheet over a plot that takes the mouse and the keys. To assistive technology it is a slider along the
 * horizontal axis: arrow keys move, Shift moves further, Home and End go to the ends, Escape leaves. A click, or Enter, says that this
 * value was observed; Escape forgets it.
 * @param gestures those that zoom, where the plot can be zoomed
 */
export function pointer(
  plot: Plot,
  picture: Picture,
  probe: Probe | null,
  actions: Actions,
  gestures: ZoomGestures | null = null,
): TemplateResult {
  const { frame } = picture;
  const values = plot.kind === 'bars' ? plot.values : plot.x;
  const at = probe?.place ?? peakPlace(plot);
  const readOut = readAt(plot, at);
  const moved = (event: PointerEvent): void => {
    if (gestures?.dragged(event) === true) return;
    const spot = placeAt(plot, picture, frame.left + event.offsetX, frame.top + event.offsetY);
    actions.point({ place: spot, by: 'pointer' });
  };
  const seen = (spot: Place): void => {
    const given = givenAt(plot, picture, spot);
    if (given !== null) actions.observe(given);
  };
  const clicked = (event: MouseEvent): void => {
    if (gestures?.clicked(event) === true) return;
    seen(placeAt(plot, picture, frame.left + event.offsetX, frame.top + event.offsetY));
  };
  const down = (event: PointerEvent): void => {
    gestures?.pressed(event);
    moved(event);
  };
  // Not passive: the browser would zoom the page.
  const wheel = { handleEvent: (event: WheelEvent) => gestures?.wheel(event), passive: false };
  const left = (): void => actions.unpoint('pointer');
  const pressed = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    if (event.key === 'Escape') {
      actions.forget();
      actions.unpoint();
      (event.currentTarget as HTMLElement).blur();
      return;
    }
    if (event.key === 'Enter') {
      seen(at);
      return;
    }
    const share = picture.kind === 'bars' ? 0.5 : (picture.x.scale(at.x) - frame.left) / (frame.right - frame.left);
    if (gestures?.key(event, { x: share >= 0 && share <= 1 ? share : 0.5, y: 0.5 }) === true) {
      event.preventDefault();
      return;
    }
    const next = placeAfterKey(plot, at, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    actions.point({ place: next, by: 'keyboard' });
  };
  const focused = (event: FocusEvent): void => {
    if ((event.currentTarget as HTMLElement).matches(':focus-visible')) actions.point({ place: at, by: 'keyboard' });
  };
  return html`<div class=${`pointer ${gestures?.zoomed === true ? 'zoomed' : ''}`} role="slider" tabindex="0" data-role="pointer"
    aria-label=${`Read off the plot at ${plot.choice.label}`} aria-orientation="horizontal"
    aria-valuemin=${values[0] ?? 0} aria-valuemax=${values[values.length - 1] ?? 0} aria-valuenow=${at.x}
    aria-valuetext=${readOut.places.map(({ name, value }) => `${name} = ${value}`).join(', ')}
    ${place({ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top })}
    @click=${clicked} @pointermove=${moved} @pointerdown=${down} @wheel=${wheel} @dblclick=${(event: MouseEvent) => gestures?.doubleClicked(event)} @pointerleave=${left} @keydown=${pressed} @focus=${focused}
    @blur=${() => actions.unpoint()}></div>`;
}

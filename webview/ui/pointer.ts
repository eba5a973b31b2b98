import { html, type TemplateResult } from 'lit';
import { type Place, type Plot, peakPlace, placeAfterKey, placeAt, readAt } from '../plots/pointing';
import { givenAt } from './evidence';
import type { Picture } from './pictures';
import { place } from './place';
import type { Actions, Probe } from './scene';

/**
 * The invisible sheet over a plot that takes the mouse and the keys. To assistive technology it is a slider along the
 * horizontal axis: arrow keys move, Shift moves further, Home and End go to the ends, Escape leaves. A click, or Enter, says that this
 * value was observed; Escape forgets it.
 */
export function pointer(plot: Plot, picture: Picture, probe: Probe | null, actions: Actions): TemplateResult {
  const { frame } = picture;
  const values = plot.kind === 'bars' ? plot.values : plot.x;
  const at = probe?.place ?? peakPlace(plot);
  const readOut = readAt(plot, at);
  const moved = (event: PointerEvent): void => {
    const spot = placeAt(plot, picture, frame.left + event.offsetX, frame.top + event.offsetY);
    actions.point({ place: spot, by: 'pointer' });
  };
  const seen = (spot: Place): void => {
    const given = givenAt(plot, picture, spot);
    if (given !== null) actions.observe(given);
  };
  const clicked = (event: MouseEvent): void =>
    seen(placeAt(plot, picture, frame.left + event.offsetX, frame.top + event.offsetY));
  const left = (): void => {
    if (probe?.by === 'pointer') actions.point(null);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      actions.forget();
      actions.point(null);
      (event.currentTarget as HTMLElement).blur();
      return;
    }
    if (event.key === 'Enter') {
      seen(at);
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
  return html`<div class="pointer" role="slider" tabindex="0" data-role="pointer"
    aria-label=${`Read off the plot at ${plot.choice.label}`} aria-orientation="horizontal"
    aria-valuemin=${values[0] ?? 0} aria-valuemax=${values[values.length - 1] ?? 0} aria-valuenow=${at.x}
    aria-valuetext=${readOut.places.map(({ name, value }) => `${name} = ${value}`).join(', ')}
    ${place({ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top })}
    @click=${clicked} @pointermove=${moved} @pointerdown=${moved} @pointerleave=${left} @keydown=${pressed} @focus=${focused}
    @blur=${() => actions.point(null)}></div>`;
}

import { html, type TemplateResult } from 'lit';
import type { FanPicture } from '../../../src/engine/api/aside';
import type { Given } from '../../../src/engine/api/preview';
import { roundToStep } from '../../handles/rounding';
import type { FanLayout } from '../../plots/fan/fan';
import { elementAt, fanPlaceAfterKey, fanPlaceAt, restingPlace } from '../../plots/fan/fanPointing';
import { readFan } from '../../plots/fan/fanWords';
import type { Place } from '../../plots/words/pointing';
import { forgetOne } from '../evidence/evidenceEntry';
import type { Chain } from '../request/chains';
import type { Scene } from '../scene/scene';
import { isChord } from '../widgets/chord';
import { place } from '../widgets/place';

/** What is observed at a place of a fan; null where one number does not say the whole value of an element. */
export function seenAt(fan: FanPicture, layout: FanLayout, { kind }: Chain, at: Place): Given | null {
  if (fan.coordinate !== null) return null;
  const index = fan.indices[elementAt(fan, at.x)] ?? null;
  const step = Math.abs(layout.y.scale.invert(1) - layout.y.scale.invert(0));
  const value = kind === 'real' ? roundToStep(at.y, step) : Math.round(at.y);
  return { variable: fan.variable, index, values: [value] };
}

/**
 * The invisible sheet over a fan that takes the mouse and the keys: left and right go along the chain, up and down through the values; a
 * click, or Enter, observes the element there, Delete forgets it, Escape forgets everything.
 */
export function fanPointer(fan: FanPicture, layout: FanLayout, chain: Chain, scene: Scene): TemplateResult {
  const { frame } = layout;
  const { probe, actions } = scene;
  const at = probe?.place ?? restingPlace(fan);
  const placeOf = (event: MouseEvent): Place =>
    fanPlaceAt(fan, layout, frame.left + event.offsetX, frame.top + event.offsetY);
  const moved = (event: PointerEvent): void => actions.point({ place: placeOf(event), by: 'pointer' });
  const see = (spot: Place): void => {
    const given = seenAt(fan, layout, chain, spot);
    if (given !== null) actions.observe(given);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    if (event.key === 'Escape') {
      actions.forget();
      actions.unpoint();
      (event.currentTarget as HTMLElement).blur();
    } else if (event.key === 'Enter') see(at);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const index = fan.indices[elementAt(fan, at.x)];
      if (index !== undefined) actions.take((state) => forgetOne(state, { variable: fan.variable, index }));
    } else {
      const next = fanPlaceAfterKey(fan, layout, at, event.key, event.shiftKey);
      if (next === null) return;
      event.preventDefault();
      actions.point({ place: next, by: 'keyboard' });
    }
  };
  const left = (): void => actions.unpoint('pointer');
  const focused = (event: FocusEvent): void => {
    if ((event.currentTarget as HTMLElement).matches(':focus-visible')) actions.point({ place: at, by: 'keyboard' });
  };
  const clicked = (event: MouseEvent): void => see(placeOf(event));
  return html`<div class="pointer" role="slider" tabindex="0" data-role="fan-pointer"
    aria-label=${`Read off the fan of ${chain.label}`} aria-orientation="horizontal"
    aria-valuemin=${fan.indices[0] ?? 0} aria-valuemax=${fan.indices[fan.indices.length - 1] ?? 0} aria-valuenow=${at.x}
    aria-valuetext=${readFan(fan, elementAt(fan, at.x)).spoken}
    ${place({ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top })}
    @click=${clicked} @pointermove=${moved} @pointerdown=${moved} @pointerleave=${left} @keydown=${pressed} @focus=${focused}
    @blur=${() => actions.unpoint()}></div>`;
}

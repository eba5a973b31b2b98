import { html, type TemplateResult } from 'lit';
import type { Change } from '../handles/change';
import type { Limits } from '../handles/limits';
import { place } from './place';
import type { Scene } from './scene';

/** One thing to take hold of, moved along the horizontal axis. */
export interface GripMark {
  readonly id: string;
  /** In the words of the model. */
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly shape: 'round' | 'bar';
  readonly className: string;
  /** Where it stands, in pixels of the picture. */
  readonly left: number;
  readonly top: number;
  readonly limits: Limits;
  /** The literals that it moves. */
  readonly slots: readonly number[];
  /** How far an arrow key takes it, in units of the axis. */
  readonly keyStep: number;
  /** Where it stands, in units of the axis. */
  readonly at: number;
  invert(px: number): number;
  changes(at: number): readonly Change[];
}

const directions: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** A grip: a slider to assistive technology. The pointer drags it, arrow keys move it, with Shift ten times as far; Escape gives up a drag. */
export function grip(mark: GripMark, { held, actions }: Scene): TemplateResult {
  const { id, name, text, limits, slots } = mark;
  const mine = held?.id === id ? held : null;
  const taken = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const target = event.currentTarget as HTMLElement;
    target.focus();
    target.setPointerCapture(event.pointerId);
    actions.grab({ id, invert: mark.invert, offset: mark.left - event.clientX });
  };
  const moved = (event: PointerEvent): void => {
    if (mine !== null) actions.edit(mark.changes(mine.invert(event.clientX + mine.offset)));
  };
  const released = (): void => {
    if (mine !== null) actions.letGo(false);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && mine !== null) {
      event.preventDefault();
      actions.letGo(true);
      return;
    }
    const direction = directions[event.key];
    if (direction === undefined || mine !== null) return;
    event.preventDefault();
    actions.edit(mark.changes(mark.at + direction * mark.keyStep * (event.shiftKey ? 10 : 1)));
  };
  return html`<div class=${`grip ${mark.shape} ${mark.className} ${mine === null ? '' : 'held'}`} role="slider" tabindex="0"
    data-role="grip" data-grip=${id} aria-label=${name} aria-orientation="horizontal" aria-valuenow=${mark.value}
    aria-valuemin=${finite(limits.low)} aria-valuemax=${finite(limits.high)} aria-valuetext=${text}
    title=${`${name} = ${text} · drag, or arrow keys`} ${place({ left: mark.left, top: mark.top })}
    @pointerdown=${taken} @pointermove=${moved} @pointerup=${released} @pointercancel=${() => mine !== null && actions.letGo(true)}
    @keydown=${pressed} @pointerenter=${() => actions.mark(slots)} @pointerleave=${() => mine === null && actions.mark([])}
    @focus=${() => actions.mark(slots)} @blur=${() => actions.mark([])}></div>`;
}

/** An end that is nowhere is left to be very far away. */
function finite(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

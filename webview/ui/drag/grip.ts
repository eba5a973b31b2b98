import { html, type TemplateResult } from 'lit';
import type { Change } from '../../handles/change';
import type { Limits } from '../../handles/limits';
import type { Held, Scene } from '../scene/scene';
import { wantedNumbers } from '../state/pendingEdit';
import { isChord } from '../widgets/chord';
import { place } from '../widgets/place';

/** An axis along which a grip moves. */
export interface GripAxis {
  /** How far an arrow key takes it, in units of the axis. */
  readonly keyStep: number;
  invert(px: number): number;
}

/** Where a grip stands, and what moving it from there makes of the literals. */
export interface Standing {
  /** In units of the axis. */
  readonly at: number;
  /** The same of the vertical axis; 0 where there is none. */
  readonly up: number;
  /** @param up the place on the vertical axis; 0 where there is none */
  changes(at: number, up: number): readonly Change[];
}

/** One thing to take hold of, moved along the horizontal axis, and in a plane along the vertical one. */
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
  invert(px: number): number;
  /** Of a grip in a plane. */
  readonly vertical?: GripAxis;
  /** Which way it moves; along the horizontal axis where this is absent. */
  readonly moves?: 'x' | 'y' | 'both';
  /** What its picture was asked with. */
  readonly model: Parameters<typeof wantedNumbers>[1];
  /**
   * The model that its literals belong to, where they depend on each other: while such a grip is held, it is moved from how everything was
   * when it was taken.
   */
  readonly steadyIn?: string;
  /** As the picture shows it. */
  readonly standing: Standing;
  /** As it is by other numbers of the model: the picture may be behind the keys. */
  standingBy(numbers: readonly number[]): Standing;
}

const directions: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** A grip: a slider to assistive technology. The pointer drags it, arrow keys move it, with Shift ten times as far; Escape gives up a drag. */
export function grip(mark: GripMark, { held, actions, now }: Scene): TemplateResult {
  const { id, name, text, limits, slots } = mark;
  const mine = held?.id === id ? held : null;
  const taken = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const target = event.currentTarget as HTMLElement;
    target.focus();
    target.setPointerCapture(event.pointerId);
    endWithCapture(target.ownerDocument, event.pointerId, actions);
    actions.grab({ id, invert: mark.invert, offset: mark.left - event.clientX, ...heldInPlane(mark, event) });
  };
  const moved = (event: PointerEvent): void => {
    if (mine === null) return;
    const { vertical, steady } = mine;
    const up = vertical === undefined ? 0 : vertical.invert(event.clientY + vertical.offset);
    // Another model has come under the grip: its literals are others.
    const taken = steady?.model === mark.steadyIn ? steady?.changes : undefined;
    actions.edit((taken ?? mark.standing.changes)(mine.invert(event.clientX + mine.offset), up));
  };
  const released = (): void => {
    if (mine !== null) actions.letGo(false);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    if (event.key === 'Escape' && mine !== null) {
      event.preventDefault();
      actions.letGo(true);
      return;
    }
    const direction = directions[event.key];
    if (direction === undefined || mine !== null) return;
    event.preventDefault();
    const steps = direction * (event.shiftKey ? 10 : 1);
    const { vertical, moves } = mark;
    // A key goes on from where the last one has put it, whatever the picture shows yet.
    const { at, up, changes } = mark.standingBy(wantedNumbers(now(), mark.model));
    // A grip that has one way to go takes every arrow for it.
    const upward = moves === 'y' || (moves === 'both' && (event.key === 'ArrowUp' || event.key === 'ArrowDown'));
    if (upward && vertical !== undefined) actions.edit(changes(at, up + steps * vertical.keyStep));
    else actions.edit(changes(at + steps * mark.keyStep, up));
  };
  return html`<div class=${`grip ${mark.shape} ${mark.className} ${mark.moves === undefined ? '' : `moves-${mark.moves}`} ${mine === null ? '' : 'held'}`} role="slider" tabindex="0"
    data-role="grip" data-grip=${id} aria-label=${name} aria-orientation=${mark.moves === 'y' ? 'vertical' : 'horizontal'} aria-valuenow=${mark.value}
    aria-valuemin=${finite(limits.low)} aria-valuemax=${finite(limits.high)} aria-valuetext=${text}
    title=${`${name} = ${text} · drag, or arrow keys`} ${place({ left: mark.left, top: mark.top })}
    @pointerdown=${taken} @pointermove=${moved} @pointerup=${released} @pointercancel=${() => mine !== null && actions.letGo(true)}
    @keydown=${pressed} @pointerenter=${() => actions.mark(slots)} @pointerleave=${() => mine === null && actions.mark([])}
    @focus=${() => actions.mark(slots)} @blur=${() => actions.mark([])}></div>`;
}

/**
 * Lets go once the pointer is no longer the grip's: also where the text has taken the grip out of the picture, and no event of the pointer
 * comes to it any more.
 */
function endWithCapture(page: Document, pointerId: number, actions: Scene['actions']): void {
  const ended = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    page.removeEventListener('lostpointercapture', ended);
    actions.letGo(false);
  };
  page.addEventListener('lostpointercapture', ended);
}

/** What else is kept of a grip in a plane while it is held. */
function heldInPlane(mark: GripMark, event: PointerEvent): Partial<Held> {
  const { vertical, steadyIn, standing } = mark;
  return {
    ...(vertical === undefined ? {} : { vertical: { invert: vertical.invert, offset: mark.top - event.clientY } }),
    ...(steadyIn === undefined ? {} : { steady: { model: steadyIn, changes: standing.changes } }),
  };
}

/** An end that is nowhere is left to be very far away. */
function finite(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

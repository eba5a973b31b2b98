// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Given } from '../../../src/engine/api/preview';
import { type ZoomGestures, zoomGestures } from '../../../webview/ui/density/zoomGestures';
import type { Step } from '../../../webview/ui/request/step';
import { zoomBy } from '../../../webview/ui/request/zoom';
import type { State } from '../../../webview/ui/state/state';
import { sceneOf, shownState } from '../scenes';

/** A sheet of 400 × 200 pixels with the gestures on it, and the state that they lead to. */
class Sheet {
  state: State;
  readonly element = document.createElement('div');

  constructor(state = shownState()) {
    this.state = state;
    Object.defineProperties(this.element, { clientWidth: { value: 400 }, clientHeight: { value: 200 } });
    this.element.setPointerCapture = () => undefined;
  }

  get gestures(): ZoomGestures {
    const scene = sceneOf({ state: this.state });
    const take = (change: (state: State) => Step): void => {
      this.state = change(this.state).state;
    };
    return zoomGestures({ ...scene, actions: { ...scene.actions, take } });
  }

  event<E extends Event>(
    type: string,
    fields: Partial<Record<keyof MouseEvent | keyof WheelEvent | keyof PointerEvent, unknown>>,
  ): E {
    const event = new Event(type, { cancelable: true });
    for (const [name, value] of Object.entries({ currentTarget: this.element, ...fields })) {
      Object.defineProperty(event, name, { value });
    }
    return event as E;
  }

  wheel(fields: Partial<Record<keyof WheelEvent, unknown>>): WheelEvent {
    const event = this.event<WheelEvent>('wheel', {
      deltaMode: 0,
      deltaX: 0,
      deltaY: 0,
      offsetX: 100,
      offsetY: 50,
      ...fields,
    });
    this.gestures.wheel(event);
    return event;
  }
}

const zoomedIn = (): State => zoomBy(shownState(), 0.5).state;
const at = (state: State): { low: number; high: number } => state.zoom!.x!;

describe('the wheel', () => {
  it('with Ctrl zooms about the pointer, and the page stays', () => {
    const sheet = new Sheet();
    expect(sheet.wheel({ ctrlKey: true, deltaY: -100 }).defaultPrevented).toBe(true);
    const { low, high } = at(sheet.state);
    expect(high - low).toBeLessThan(10.6);
    expect(low + 0.25 * (high - low)).toBeCloseTo(-5 + 0.25 * 10.6, 9);
  });

  it('by itself scrolls the page', () => {
    const sheet = new Sheet(zoomedIn());
    const before = sheet.state;
    expect(sheet.wheel({ deltaY: 100 }).defaultPrevented).toBe(false);
    expect(sheet.state).toBe(before);
  });

  it('to a side, or with Shift, moves what is zoomed and nothing else', () => {
    const sheet = new Sheet(zoomedIn());
    const { low } = at(sheet.state);
    sheet.wheel({ deltaX: 40 });
    expect(at(sheet.state).low).toBeCloseTo(low + 0.1 * 5.3, 9);
    sheet.wheel({ deltaY: -40, shiftKey: true });
    expect(at(sheet.state).low).toBeCloseTo(low, 9);
    const all = new Sheet();
    expect(all.wheel({ deltaX: 40 }).defaultPrevented).toBe(false);
  });
});

describe('a drag', () => {
  const drag = (sheet: Sheet, by: number): boolean => {
    sheet.gestures.pressed(sheet.event('pointerdown', { button: 0, clientX: 200, clientY: 50 }));
    sheet.gestures.dragged(sheet.event('pointermove', { buttons: 1, pointerId: 1, clientX: 200 + by, clientY: 50 }));
    return sheet.gestures.clicked(sheet.event('click', { detail: 1 }));
  };

  it('carries what is zoomed, and is no click', () => {
    const sheet = new Sheet(zoomedIn());
    const { low } = at(sheet.state);
    expect(drag(sheet, 100)).toBe(true);
    expect(at(sheet.state).low).toBeCloseTo(low - 0.25 * 5.3, 9);
  });

  it('of a pixel or two is a click, and of the whole too', () => {
    const sheet = new Sheet(zoomedIn());
    const before = sheet.state;
    expect(drag(sheet, 2)).toBe(false);
    expect(sheet.state).toBe(before);
    expect(drag(new Sheet(), 100)).toBe(false);
  });
});

it('a double click shows all again, and takes back what its first click observed', () => {
  const sheet = new Sheet(zoomedIn());
  expect(sheet.gestures.clicked(sheet.event('click', { detail: 1 }))).toBe(false);
  const seen: Given = { variable: 'x', index: null, values: [1] };
  sheet.state = { ...sheet.state, evidence: [seen] };
  expect(sheet.gestures.clicked(sheet.event('click', { detail: 2 }))).toBe(true);
  sheet.gestures.doubleClicked(sheet.event('dblclick', {}));
  expect(sheet.state.zoom).toBeNull();
  expect(sheet.state.evidence).toEqual([]);
});

it('keys zoom, move and reset; others are left to others', () => {
  const sheet = new Sheet();
  const press = (key: string): boolean =>
    sheet.gestures.key(sheet.event('keydown', { key } as object), { x: 0, y: 0.5 });
  expect(press('PageDown')).toBe(false);
  expect(press('+')).toBe(true);
  expect(at(sheet.state).low).toBeCloseTo(-5, 9);
  const { low } = at(sheet.state);
  expect(press('PageDown')).toBe(true);
  expect(at(sheet.state).low).toBeGreaterThan(low);
  expect(press('0')).toBe(true);
  expect(sheet.state.zoom).toBeNull();
  expect(press('-')).toBe(true);
  expect(at(sheet.state).high - at(sheet.state).low).toBeGreaterThan(10.6);
  expect(press('ArrowLeft')).toBe(false);
});

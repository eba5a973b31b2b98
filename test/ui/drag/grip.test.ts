// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { type GripMark, grip } from '../../../webview/ui/drag/grip';
import type { Held } from '../../../webview/ui/scene/scene';
import { draw, sceneOf, shownState } from '../scenes';

const mark: GripMark = {
  id: '0 mean',
  name: 'mean of z = 1',
  value: -2,
  text: '−2',
  shape: 'round',
  className: 'c0',
  left: 100,
  top: 40,
  limits: { low: Number.NEGATIVE_INFINITY, high: 5 },
  slots: [3],
  keyStep: 0.5,
  invert: (px) => px / 10,
  model: { uri: 'file:///a.lvm', structureKey: 'key', numbers: [0, 0, 0, -2] },
  ...standingAt((numbers) => ({ at: numbers[3]!, up: 0, changes: (at) => [{ slot: 3, value: at }] })),
};

/** A grip that stands where some of its model's numbers say. */
function standingAt(standingBy: GripMark['standingBy']): Pick<GripMark, 'standing' | 'standingBy'> {
  return { standing: standingBy([0, 0, 0, -2]), standingBy };
}

/** @param wanted the numbers that the model has by now */
function drawn(held: Held | null = null, shown: GripMark = mark, wanted: readonly number[] = shown.model.numbers) {
  const plain = shownState();
  const state = { ...plain, model: { ...plain.model!, numbers: [...wanted] } };
  const scene = sceneOf({ held, state });
  const element = draw(grip(shown, scene)).querySelector<HTMLElement>('[data-role=grip]')!;
  element.setPointerCapture = vi.fn();
  return { element, actions: scene.actions };
}

const pointerEvent = (type: string, clientX: number, clientY = 0): Event =>
  Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clientX, clientY, button: 0, pointerId: 1 });
const key = (name: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });

describe('a grip', () => {
  it('is a slider with a name, a value and limits', () => {
    const { element } = drawn();
    expect(element.getAttribute('role')).toBe('slider');
    expect(element.getAttribute('aria-label')).toBe('mean of z = 1');
    expect(element.getAttribute('aria-valuenow')).toBe('-2');
    expect(element.getAttribute('aria-valuemax')).toBe('5');
    expect(element.title).toBe('mean of z = 1 = −2 · drag, or arrow keys');
    expect([element.style.left, element.style.top]).toEqual(['100px', '40px']);
  });

  it('is taken where it stands, not where it is hit', () => {
    const { element, actions } = drawn();
    element.dispatchEvent(pointerEvent('pointerdown', 263));
    expect(actions.grab).toHaveBeenCalledWith({ id: '0 mean', invert: mark.invert, offset: 100 - 263 });
  });

  it('follows the pointer while it is held, by the axis it was taken on', () => {
    const { element, actions } = drawn({ id: '0 mean', invert: (px) => px / 100, offset: -163 });
    element.dispatchEvent(pointerEvent('pointermove', 313));
    expect(actions.edit).toHaveBeenCalledWith([{ slot: 3, value: 1.5 }]);
    element.dispatchEvent(pointerEvent('pointerup', 313));
    expect(actions.letGo).toHaveBeenCalledWith(false);
  });

  it('is let go with its pointer, also where it has left the page', () => {
    const { element, actions } = drawn();
    element.dispatchEvent(pointerEvent('pointerdown', 263));
    element.remove();
    document.dispatchEvent(Object.assign(pointerEvent('lostpointercapture', 0), { pointerId: 2 }));
    expect(actions.letGo).not.toHaveBeenCalled();
    document.dispatchEvent(pointerEvent('lostpointercapture', 0));
    document.dispatchEvent(pointerEvent('lostpointercapture', 0));
    expect(actions.letGo).toHaveBeenCalledOnce();
    expect(actions.letGo).toHaveBeenCalledWith(false);
  });

  it('does nothing while another is held', () => {
    const { element, actions } = drawn({ id: '1 mean', invert: (px) => px, offset: 0 });
    element.dispatchEvent(pointerEvent('pointermove', 313));
    element.dispatchEvent(pointerEvent('pointerup', 313));
    expect(actions.edit).not.toHaveBeenCalled();
    expect(actions.letGo).not.toHaveBeenCalled();
  });

  it('moves by keys, with Shift ten times as far', () => {
    const { element, actions } = drawn();
    element.dispatchEvent(key('ArrowRight'));
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 3, value: -1.5 }]);
    element.dispatchEvent(key('ArrowDown', { shiftKey: true }));
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 3, value: -7 }]);
    expect(element.dispatchEvent(key('Tab'))).toBe(true);
    expect(actions.edit).toHaveBeenCalledTimes(2);
  });

  it('goes on by keys from where the last one has put it, though the picture is behind', () => {
    const { element, actions } = drawn(null, mark, [0, 0, 0, -1.5]);
    element.dispatchEvent(key('ArrowRight'));
    expect(actions.edit).toHaveBeenLastCalledWith([{ slot: 3, value: -1 }]);
  });

  it('is given up with Escape', () => {
    const { element, actions } = drawn({ id: '0 mean', invert: (px) => px, offset: 0 });
    expect(element.dispatchEvent(key('Escape'))).toBe(false);
    expect(actions.letGo).toHaveBeenCalledWith(true);
  });

  it('marks its literals while it is pointed at', () => {
    const { element, actions } = drawn();
    element.dispatchEvent(new Event('pointerenter'));
    expect(actions.mark).toHaveBeenLastCalledWith([3]);
    element.dispatchEvent(new Event('pointerleave'));
    expect(actions.mark).toHaveBeenLastCalledWith([]);
  });
});

describe('a grip in a plane', () => {
  const pair: GripMark = {
    ...mark,
    vertical: { keyStep: 0.1, invert: (px) => -px },
    moves: 'both',
    steadyIn: 'm',
    ...standingAt(() => ({
      at: -2,
      up: 7,
      changes: (at, up) => [
        { slot: 3, value: at },
        { slot: 4, value: up },
      ],
    })),
  };
  const written = (x: number, y: number) => [
    { slot: 3, value: x },
    { slot: 4, value: y },
  ];

  it('follows the pointer both ways', () => {
    const vertical = { invert: (px: number) => -px, offset: 5 };
    const { element, actions } = drawn({ id: '0 mean', invert: (px) => px, offset: 0, vertical }, pair);
    element.dispatchEvent(pointerEvent('pointermove', 13, 20));
    expect(actions.edit).toHaveBeenCalledWith(written(13, -25));
  });

  it('is taken with both axes, and with how everything was', () => {
    const { element, actions } = drawn(null, pair);
    element.dispatchEvent(pointerEvent('pointerdown', 263, 70));
    expect(actions.grab).toHaveBeenCalledWith({
      id: '0 mean',
      invert: pair.invert,
      offset: 100 - 263,
      vertical: { invert: pair.vertical!.invert, offset: 40 - 70 },
      steady: { model: 'm', changes: pair.standing.changes },
    });
  });

  it('moves from how everything was, unless another model has come under it', () => {
    const steady = { model: 'm', changes: () => written(-1, -1) };
    const held: Held = {
      id: '0 mean',
      invert: (px) => px,
      offset: 0,
      vertical: { invert: (px) => px, offset: 0 },
      steady,
    };
    const first = drawn(held, pair);
    first.element.dispatchEvent(pointerEvent('pointermove', 13, 20));
    expect(first.actions.edit).toHaveBeenCalledWith(written(-1, -1));
    const second = drawn({ ...held, steady: { ...steady, model: 'another' } }, pair);
    second.element.dispatchEvent(pointerEvent('pointermove', 13, 20));
    expect(second.actions.edit).toHaveBeenCalledWith(written(13, 20));
  });

  it('goes up and down, left and right by keys', () => {
    const { element, actions } = drawn(null, pair);
    element.dispatchEvent(key('ArrowUp'));
    expect(actions.edit).toHaveBeenLastCalledWith(written(-2, 7.1));
    element.dispatchEvent(key('ArrowLeft', { shiftKey: true }));
    expect(actions.edit).toHaveBeenLastCalledWith(written(-7, 7));
  });

  it('that has one way to go takes every arrow for it', () => {
    const { element, actions } = drawn(null, { ...pair, moves: 'y' });
    expect(element.getAttribute('aria-orientation')).toBe('vertical');
    element.dispatchEvent(key('ArrowRight'));
    expect(actions.edit).toHaveBeenLastCalledWith(written(-2, 7.1));
    const across = drawn(null, { ...pair, moves: 'x' });
    across.element.dispatchEvent(key('ArrowDown'));
    expect(across.actions.edit).toHaveBeenLastCalledWith(written(-2.5, 7));
  });
});

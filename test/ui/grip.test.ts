// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { type GripMark, grip } from '../../webview/ui/grip';
import type { Held } from '../../webview/ui/scene';
import { draw, sceneOf } from './scenes';

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
  at: -2,
  invert: (px) => px / 10,
  changes: (at) => [{ slot: 3, value: at }],
};

function drawn(held: Held | null = null) {
  const scene = sceneOf({ held });
  const element = draw(grip(mark, scene)).querySelector<HTMLElement>('[data-role=grip]')!;
  element.setPointerCapture = vi.fn();
  return { element, actions: scene.actions };
}

const pointerEvent = (type: string, clientX: number): Event =>
  Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clientX, button: 0, pointerId: 1 });
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

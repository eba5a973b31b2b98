// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { pointer } from '../../../webview/ui/density/pointer';
import type { Probe } from '../../../webview/ui/scene/scene';
import { threeBumps } from '../../plots/fixtures';
import { draw, sceneOf } from '../scenes';

const curve = threeBumps(512);
const layout = layoutCurve(curve, { width: 600, height: 300 }, { fontSize: 13, compact: false });

function sheet(probe: Probe | null = null): {
  element: HTMLElement;
  point: ReturnType<typeof vi.fn>;
  unpoint: ReturnType<typeof vi.fn>;
} {
  const { actions } = sceneOf();
  const [point, unpoint] = [vi.fn(), vi.fn()];
  const element = draw(pointer(curve, layout, probe, { ...actions, point, unpoint })).querySelector<HTMLElement>(
    '.pointer',
  );
  if (element === null) throw new Error('no sheet');
  return { element, point, unpoint };
}

function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): boolean {
  return element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

describe('the sheet over a plot', () => {
  it('lies on the data and is a slider along x', () => {
    const { element } = sheet();
    expect(element.style.left).toBe(`${layout.frame.left}px`);
    expect(element.style.width).toBe(`${layout.frame.right - layout.frame.left}px`);
    expect(element.getAttribute('aria-valuemin')).toBe('-5');
    expect(element.getAttribute('aria-valuetext')).toMatch(/^x = −1\.9\d$/);
    expect(element.tabIndex).toBe(0);
  });

  it('follows the mouse and lets go when it leaves', () => {
    const { element, point, unpoint } = sheet();
    element.dispatchEvent(
      Object.assign(new Event('pointermove'), { offsetX: layout.x.scale(1) - layout.frame.left, offsetY: 5 }),
    );
    expect(point).toHaveBeenCalledWith({ place: { x: expect.closeTo(1, 9), y: 0 }, by: 'pointer' });
    // What a pointer pointed at, whether that was painted or not.
    element.dispatchEvent(new Event('pointerleave'));
    expect(unpoint).toHaveBeenCalledWith('pointer');
  });

  it('moves by keys and takes only those that move it', () => {
    const { element, point, unpoint } = sheet();
    expect(press(element, 'Home')).toBe(false);
    expect(point).toHaveBeenLastCalledWith({ place: { x: -5, y: 0 }, by: 'keyboard' });
    expect(press(element, 'Tab')).toBe(true);
    expect(press(element, 'ArrowLeft', { ctrlKey: true })).toBe(true);
    expect(point).toHaveBeenCalledTimes(1);
    press(element, 'Escape');
    expect(unpoint).toHaveBeenLastCalledWith();
  });
});

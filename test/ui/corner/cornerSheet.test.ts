// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { layoutCorner } from '../../../webview/plots/corner/corner';
import { afterKey, cornerSheet } from '../../../webview/ui/corner/cornerSheet';
import { threeNormals } from '../../plots/corners';
import { draw, sceneOf } from '../scenes';

describe('the panels of a corner plot', () => {
  const scene = sceneOf();
  const picture = threeNormals();
  const sheet = draw(cornerSheet(picture, layoutCorner(picture, { width: 500, height: 400 }, 13), scene));
  const panels = [...sheet.querySelectorAll<HTMLElement>('[data-role=corner-panel]')];

  it('are buttons with words, one of them in the tab order', () => {
    expect(panels).toHaveLength(6);
    expect(panels.map((panel) => panel.tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    expect(panels[1]!.getAttribute('aria-label')).toBe('x₂ against x₁: correlation 0.02, exact · sum over 3 states');
    const peak = panels[1]!.dataset.peak!.split(' ').map(Number);
    for (const at of peak) expect(Math.abs(at)).toBeLessThan(0.2);
  });

  it('hand the keys from one to the next', () => {
    panels[0]!.focus();
    panels[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement).toBe(panels[1]);
    panels[1]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    expect(document.activeElement).toBe(panels[5]);
    const places = vi.mocked(scene.actions.take).mock.calls.map(([change]) => change(scene.state).state.corner.at);
    expect(places).toContainEqual([1, 0]);
    expect(places.at(-1)).toEqual([2, 2]);
  });

  it('leave keys with Ctrl, Cmd or Alt to the editor', () => {
    panels[0]!.focus();
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true, ...held });
      panels[0]!.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(document.activeElement).toBe(panels[0]);
  });

  it('are left by no arrow key', () => {
    expect(afterKey('ArrowUp', 2, 2, 2)).toEqual([1, 1]);
    expect(afterKey('ArrowUp', 0, 0, 2)).toEqual([0, 0]);
    expect(afterKey('ArrowRight', 1, 1, 2)).toEqual([1, 1]);
    expect(afterKey('ArrowLeft', 2, 0, 2)).toEqual([2, 0]);
    expect(afterKey('ArrowDown', 2, 1, 2)).toEqual([2, 1]);
    expect(afterKey('Home', 2, 1, 2)).toEqual([0, 0]);
    expect(afterKey('x', 2, 1, 2)).toBeNull();
  });
});

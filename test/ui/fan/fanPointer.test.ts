// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { FanPicture } from '../../../src/engine/api/aside';
import { layoutFan } from '../../../webview/plots/fan/fan';
import { fanPointer, seenAt } from '../../../webview/ui/fan/fanPointer';
import type { Chain } from '../../../webview/ui/request/chains';
import type { Probe } from '../../../webview/ui/scene/scene';
import { risingFan, weatherFan } from '../../plots/fans';
import { fanScene } from '../fanScenes';
import { draw } from '../scenes';

const size = { width: 500, height: 300 };
const numbers: Chain = { variable: 'z', coordinate: null, label: 'z[t]', kind: 'real' };
const weather: Chain = { variable: 'weather', coordinate: null, label: 'weather[t]', kind: 'category' };

function sheet(fan: FanPicture, chain: Chain, probe: Probe | null = null) {
  const layout = layoutFan(fan, [], size, 12);
  const scene = fanScene(fan, { probe }, [{ variable: 'z', index: 2, values: [1] }]);
  const element = draw(fanPointer(fan, layout, chain, scene)).querySelector<HTMLElement>('.pointer')!;
  return { element, layout, scene, actions: scene.actions };
}

function press(element: HTMLElement, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('the sheet over a fan', () => {
  it('is a slider along the chain that says what it reads', () => {
    const { element } = sheet(risingFan(), numbers);
    expect(element.getAttribute('role')).toBe('slider');
    expect([element.getAttribute('aria-valuemin'), element.getAttribute('aria-valuemax')]).toEqual(['1', '5']);
    expect(element.getAttribute('aria-valuetext')).toMatch(/^z\[5\], median 4\.00/);
  });

  it('observes by a click, as exactly as a pixel is', () => {
    const { element, layout, actions } = sheet(risingFan(), numbers);
    const { left, top } = layout.frame;
    element.dispatchEvent(
      Object.assign(new Event('click'), { offsetX: layout.x.scale(3) - left, offsetY: layout.y.scale(2.512345) - top }),
    );
    expect(actions.observe).toHaveBeenCalledWith({ variable: 'z', index: 3, values: [2.51] });
  });

  it('observes, forgets one and forgets all by keys', () => {
    const { element, actions, scene } = sheet(risingFan(), numbers, { place: { x: 2, y: 1.5 }, by: 'keyboard' });
    press(element, 'Enter');
    expect(actions.observe).toHaveBeenCalledWith({ variable: 'z', index: 2, values: [1.5] });
    press(element, 'ArrowRight');
    expect(actions.point).toHaveBeenCalledWith({ place: { x: 3, y: 1.5 }, by: 'keyboard' });
    press(element, 'Delete');
    const [change] = vi.mocked(actions.take).mock.calls[0]!;
    expect(change(scene.state).state.evidence).toEqual([]);
    press(element, 'Escape');
    expect(actions.forget).toHaveBeenCalled();
  });

  it('observes a category by its code', () => {
    const { element, layout, actions } = sheet(weatherFan(), weather);
    const { left, top } = layout.frame;
    element.dispatchEvent(
      Object.assign(new Event('click'), { offsetX: layout.x.scale(1) - left, offsetY: layout.y.scale(0.9) - top }),
    );
    expect(actions.observe).toHaveBeenCalledWith({ variable: 'weather', index: 1, values: [2] });
  });

  it('observes whole numbers of counts, and nothing of one coordinate', () => {
    const fan = risingFan();
    const layout = layoutFan(fan, [], size, 12);
    expect(seenAt(fan, layout, { ...numbers, kind: 'integer' }, { x: 1, y: 1.7 })?.values).toEqual([2]);
    expect(seenAt({ ...fan, coordinate: 2 }, layout, numbers, { x: 1, y: 1 })).toBe(null);
  });
});

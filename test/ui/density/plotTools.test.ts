// @vitest-environment happy-dom
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { scaledPlot } from '../../../webview/plots/scale/scaledPlot';
import { plotTools, resetZoomChip } from '../../../webview/ui/density/plotTools';
import type { Step } from '../../../webview/ui/request/step';
import type { Scene } from '../../../webview/ui/scene/scene';
import type { State } from '../../../webview/ui/state/state';
import { counts, threeBumps, twoBlobs } from '../../plots/fixtures';
import { draw, sceneOf, shownState, textOf } from '../scenes';

/** The tools over a plot, and the state that they lead to. */
function tools(plot: Parameters<typeof plotTools>[0], state: State = shownState()) {
  const scene = sceneOf({ state });
  const result = { state };
  const take = (change: (state: State) => Step): void => {
    result.state = change(result.state).state;
  };
  const shown = (one: Scene) => html`${resetZoomChip(one)}${plotTools(plot, one)}`;
  const root = draw(shown({ ...scene, actions: { ...scene.actions, take } }));

  const press = (role: string): State => {
    root.querySelector<HTMLElement>(`[data-role=${role}]`)!.click();
    return result.state;
  };
  return { root, result, press };
}

describe('the scales of a plot', () => {
  it('are radio buttons, of which the shown one is checked', () => {
    const { root } = tools(scaledPlot(threeBumps(), 'log', null));
    const radios = [...root.querySelectorAll('[role=radio]')];
    expect(radios.map(textOf)).toEqual(['p(x)', 'log p(x)', 'F(x)']);
    expect(radios.map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
    expect(radios.map((radio) => radio.getAttribute('tabindex'))).toEqual(['-1', '0', '-1']);
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Density',
      'Log density',
      'Distribution function',
    ]);
  });

  it('are chosen by a click, or by the arrow keys', () => {
    const { root, result } = tools(threeBumps());
    root.querySelector<HTMLElement>('[data-scale=distribution]')!.click();
    expect(result.state.scale).toBe('distribution');
    const group = root.querySelector('[role=radiogroup]')!;
    group.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(result.state.scale).toBe('log');
    group.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(result.state.scale).toBe('log');
  });

  it('leave arrow keys with Ctrl, Cmd or Alt to the editor', () => {
    const { root, result } = tools(threeBumps());
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      const event = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, ...held });
      root.querySelector('[role=radiogroup]')!.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(result.state.scale).toBe('density');
  });

  it('of bars are of probabilities, and a plane has no choice', () => {
    const labels = [...tools(counts()).root.querySelectorAll('[role=radio]')].map((one) => one.getAttribute('title'));
    expect(labels).toEqual(['Probability', 'Log probability', 'Distribution function']);
    expect(tools(twoBlobs('x', 5)).root.querySelector('[role=radiogroup]')).toBeNull();
  });
});

describe('the zoom', () => {
  it('has its buttons, and a way back while there is one', () => {
    const plain = tools(threeBumps());
    expect(plain.root.querySelector('[data-role=reset-zoom]')).toBeNull();
    const near = plain.press('zoom-in');
    expect(near.zoom!.x!.high - near.zoom!.x!.low).toBeCloseTo(0.6 * 10.6, 9);
    const zoomed = tools(threeBumps(), near);
    expect(textOf(zoomed.root.querySelector('[data-role=reset-zoom]'))).toContain('Reset zoom');
    expect(zoomed.press('reset-zoom').zoom).toBeNull();
    const far = tools(threeBumps()).press('zoom-out');
    expect(far.zoom!.x!.high - far.zoom!.x!.low).toBeGreaterThan(10.6);
  });

  it('is not offered for categories', () => {
    const named = { ...counts(), labels: Array.from(counts().values, (_, i) => `name ${i}`) };
    expect(tools(named, shownState({ observed: named })).root.querySelector('[data-role=zoom-in]')).toBeNull();
  });
});

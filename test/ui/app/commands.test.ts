// @vitest-environment happy-dom
import { html } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { type PanelCommand, panelCommands } from '../../../src/protocol';
import { runCommand } from '../../../webview/ui/app/commands';
import type { Step } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { choice } from '../../plots/fixtures';
import { draw, sceneOf, shownState } from '../scenes';
import { structureOf } from '../structures';

/** What a command leads to, as far as its first change goes. */
function stepAfter(command: PanelCommand, parts: Partial<State> = {}): Step {
  const plain = sceneOf();
  const state = { ...plain.state, ...parts };
  const scene = sceneOf({ state });
  runCommand(command, scene);
  const [change] = vi.mocked(scene.actions.take).mock.calls[0] ?? [];
  if (change === undefined) throw new Error(`${command} changes nothing.`);
  return change(state);
}

const stateAfter = (command: PanelCommand, parts: Partial<State> = {}): State => stepAfter(command, parts).state;

describe('the commands of the palette', () => {
  it.each(panelCommands.filter((command) => command !== 'changeNumber'))('%s asks for something', (command) => {
    const scene = sceneOf();
    runCommand(command, scene);
    const { take, forget, post, edit } = scene.actions;
    const calls = [take, forget, post, edit].reduce((sum, action) => sum + vi.mocked(action).mock.calls.length, 0);
    expect(calls).toBeGreaterThan(0);
  });

  it('choose the scale and the view', () => {
    expect(stateAfter('showLogDensity').scale).toBe('log');
    expect(stateAfter('showDistribution').scale).toBe('distribution');
    expect(stateAfter('showDensity', { scale: 'log' }).scale).toBe('density');
    expect(stateAfter('viewSamples').view).toBe('samples');
    expect(stateAfter('viewCorner').view).toBe('corner');
    expect(stateAfter('viewFan').view).toBe('fan');
    expect(stateAfter('viewDensity', { view: 'fan' }).view).toBe('density');
  });

  it('zoom in, pan and show all again', () => {
    const zoomed = stateAfter('zoomIn');
    const { low = 0, high = 0 } = zoomed.zoom?.x ?? {};
    expect(high).toBeGreaterThan(low);
    const [left, right] = (['panLeft', 'panRight'] as const).map(
      (name) => stateAfter(name, zoomed).zoom?.x?.low ?? Number.NaN,
    );
    expect(right).toBeGreaterThan(left ?? Number.NaN);
    expect(stateAfter('resetZoom', { zoom: zoomed.zoom }).zoom).toBeNull();
  });

  it.each(['zoomIn', 'zoomOut', 'nextComponent', 'previousComponent'] as const)(
    '%s shows the density plot that it changes, whichever view was shown',
    (command) => {
      const state = { ...sceneOf().state, view: 'samples' as const };
      const step = stepAfter(command, state);
      expect(step.state.view).toBe('density');
      expect(step.state.zoom ?? step.state.explored).not.toBeNull();
      expect(step.request).not.toBeNull();
    },
  );

  it('leave the view alone where they change nothing', () => {
    const away = { view: 'samples' as const };
    for (const command of ['panLeft', 'panRight', 'resetZoom'] as const) {
      expect(stepAfter(command, away)).toMatchObject({ state: away, request: null });
    }
    const near = stateAfter('zoomIn');
    expect(stateAfter('panLeft', { ...near, ...away }).view).toBe('density');
    expect(stateAfter('resetZoom', { ...near, ...away })).toMatchObject({ view: 'density', zoom: null });
  });

  it('draw a stage, and change the speed of what is played', () => {
    const begun = stateAfter('stepStage');
    expect(begun.play).toMatchObject({ mode: 'paused', due: 'stage' });
    expect(stateAfter('playFaster', begun).play.speed).toBe(2);
    expect(stateAfter('playSlower', begun).play.speed).toBe(0.5);
  });

  it('go on to another variable and another chain, in the view that shows them', () => {
    const structure = structureOf({ z: ['real', [], [1, 5]], x: ['real', ['z'], [1, 5]], y: ['real', []] });
    const plain = shownState({ observedChoices: [choice('x'), choice('y')] });
    const state = { ...plain, model: { ...plain.model!, structure }, view: 'samples' as const };
    expect(stateAfter('nextObserved', state)).toMatchObject({ view: 'density', observed: 'y' });
    expect(stateAfter('previousObserved', state)).toMatchObject({ view: 'density', observed: 'y' });
    expect(stateAfter('nextChain', state)).toMatchObject({ view: 'fan', fan: 'z[t]' });
    expect(stateAfter('previousChain', state)).toMatchObject({ view: 'fan', fan: 'z[t]' });
    const latentChoices = [choice('z'), choice('k')];
    const latent = { ...shownState({ latentChoices }), view: 'samples' as const };
    expect(stateAfter('nextLatent', latent)).toMatchObject({ view: 'samples', latent: 'k' });
    expect(stateAfter('previousLatent', latent)).toMatchObject({ view: 'samples', latent: 'k' });
  });

  it('give the keyboard to what is to be changed', async () => {
    const page = draw(html`<div data-role="parameters"><input type="range" aria-label="a slider"></div>
      <div data-role="corner-numbers"><input type="checkbox" disabled><input type="checkbox" aria-label="a box"></div>`);
    const focused = async (command: PanelCommand) => {
      runCommand(command, sceneOf());
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return page.querySelector(':focus')?.getAttribute('aria-label');
    };
    expect(await focused('changeNumber')).toBe('a slider');
    expect(await focused('chooseNumbers')).toBe('a box');
  });

  it('pan up and down in a plane', () => {
    const zoom = { x: { low: 0, high: 1 }, y: { low: 0, high: 1 } };
    const whole = { x: { low: -4, high: 4 }, y: { low: -4, high: 4 } };
    const [up, down] = (['panUp', 'panDown'] as const).map(
      (name) => stateAfter(name, { zoom, whole }).zoom?.y?.low ?? Number.NaN,
    );
    expect(up).toBeGreaterThan(0);
    expect(down).toBeLessThan(0);
  });

  it('take a snapshot and clear it', () => {
    const taken = stateAfter('takeSnapshot');
    expect(taken.snapshot).not.toBeNull();
    expect(taken.snapshot?.observed).toBe(taken.shown?.preview.observed);
    expect(stateAfter('clearSnapshot', { snapshot: taken.snapshot }).snapshot).toBeNull();
  });
});

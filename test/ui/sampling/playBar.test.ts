// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { playOrPause, stepPlaying, stopPlaying, tick } from '../../../webview/ui/request/playing';
import type { Step } from '../../../webview/ui/request/step';
import { playBar } from '../../../webview/ui/sampling/playBar';
import { notPlaying } from '../../../webview/ui/state/play';
import type { State } from '../../../webview/ui/state/state';
import { answered, bumpRows, shownState } from '../sampleRows';
import { draw, sceneOf, textOf } from '../scenes';

const playing = (ticks: number, rows = bumpRows()): State => {
  let state = answered(playOrPause(shownState()).state, { rows });
  for (let i = 0; i < ticks; i++) state = tick(state).state;
  return state;
};
const bar = (state: State) => draw(playBar(sceneOf({ state })));
const part = (element: HTMLElement, role: string) => element.querySelector<HTMLElement>(`[data-role=${role}]`);

describe('the transport of slow sampling', () => {
  it('is there only while something is played', () => {
    expect(part(bar(shownState()), 'play-bar')).toBeNull();
    expect(part(bar(playing(0)), 'play-bar')?.dataset).toMatchObject({ mode: 'running', draws: '0' });
  });

  it('says what will happen, and then what does', () => {
    const said = (ticks: number) => textOf(part(bar(playing(ticks)), 'play-sentence'));
    expect(textOf(part(bar(playOrPause(shownState()).state), 'play-sentence'))).toBe('Drawing…');
    expect(said(0)).toBe('Each draw: first z, then x given z.');
    const without = (ancestors: readonly string[]) =>
      textOf(part(bar(playing(0, bumpRows({ ancestors }))), 'play-sentence'));
    expect(without([])).toBe('Each draw: x from its distribution.');
    expect(without(['k', 'z'])).toBe('Each draw: first the latent variables, then x given them.');
    expect(said(1)).toBe('z = orangez = orange');
    expect(said(3)).toBe('z = orange; x follows Normal(0.5, 1); x = 0.731z = orange→x ~ Normal(0.5, 1)→x = 0.731');
    expect(bar(playing(1)).querySelector('b')?.className).toBe('ink c1');
  });

  it('counts the draws', () => {
    expect(textOf(part(bar(playing(6)), 'play-count'))).toBe('2 of 4 draws');
  });

  it('is silent while it runs, and speaks what the reader steps through', () => {
    const live = (state: State) => part(bar(state), 'play-sentence')?.getAttribute('aria-live');
    expect(live(playing(2))).toBe('off');
    expect(live(stepPlaying('stage')(playing(2)).state)).toBe('polite');
  });

  it('has nothing more to step to after the last', () => {
    const over = bar(playing(13));
    expect(part(over, 'play-stage')?.hasAttribute('disabled')).toBe(true);
    expect(part(over, 'play-toggle')?.getAttribute('aria-label')).toBe('Play again');
    expect(textOf(part(over, 'play-sentence'))).toContain('Resample draws others');
  });

  it('says why there is nothing to play', () => {
    const state = answered(playOrPause(shownState()).state, { rows: { kind: 'none', reason: 'sd is negative.' } });
    expect(textOf(part(bar(state), 'play-sentence'))).toBe('sd is negative.');
  });

  it('plays, pauses, steps, stops, and goes faster', () => {
    const scene = sceneOf({ state: playing(4) });
    const element = draw(playBar(scene));
    const taken = (): Step => {
      const change = vi.mocked(scene.actions.take).mock.lastCall?.[0];
      if (change === undefined) throw new Error('Nothing was done.');
      return change(scene.state);
    };
    part(element, 'play-toggle')?.click();
    expect(taken().state.play.mode).toBe('paused');
    part(element, 'play-stage')?.click();
    expect(taken().state.play).toMatchObject({ stage: 'conditional', draws: 1 });
    part(element, 'play-draw')?.click();
    expect(taken().state.play).toMatchObject({ stage: 'observed', draws: 2 });
    const speed = part(element, 'play-speed') as HTMLSelectElement;
    speed.value = '4';
    speed.dispatchEvent(new Event('change'));
    expect(taken().state.play.speed).toBe(4);
    part(element, 'play-stop')?.click();
    expect(taken().state.play).toEqual(notPlaying);
    expect(stopPlaying(scene.state).state.play.mode).toBe('off');
  });
});

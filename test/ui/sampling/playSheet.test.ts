// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { playOrPause, tick } from '../../../webview/ui/request/playing';
import { playSheet } from '../../../webview/ui/sampling/playSheet';
import type { State } from '../../../webview/ui/state/state';
import { answered, shownState } from '../sampleRows';
import { askedOf, draw, sceneOf } from '../scenes';

function sheet(state: State): HTMLElement {
  const scene = sceneOf({ state });
  const plot = state.shown?.preview.observed;
  if (plot === undefined) throw new Error('Nothing is shown.');
  const picture = scene.pictures.observed.layout(plot, { width: 600, height: 400 }, 13, false);
  return draw(playSheet(plot, picture, askedOf(state), scene));
}

const playing = (ticks: number): State => {
  let state = answered(playOrPause(shownState()).state);
  for (let i = 0; i < ticks; i++) state = tick(state).state;
  return state;
};
const roles = (state: State) =>
  [...sheet(state).querySelectorAll<SVGElement>('[data-role]')].map(({ dataset }) => dataset.role);

describe('the draws over the plot', () => {
  it('are not there before the first, nor while nothing is played', () => {
    expect(roles(shownState())).toEqual([]);
    expect(roles(playing(0))).toEqual([]);
  });

  it('show z first, then what x is drawn from, then x', () => {
    expect(roles(playing(1))).toEqual(['played', 'play-histogram']);
    expect(roles(playing(2))).toEqual(['played', 'play-histogram', 'play-lit']);
    expect(roles(playing(3))).toEqual(['played', 'play-histogram', 'play-lit', 'play-newest']);
    expect(sheet(playing(2)).querySelector('[data-role=play-lit]')?.getAttribute('class')).toContain('c1');
  });

  it('count what has been drawn so far', () => {
    const counted = (ticks: number) =>
      (sheet(playing(ticks)).querySelector<SVGElement>('[data-role=play-histogram]')?.dataset.counts ?? '')
        .split(',')
        .reduce((sum, each) => sum + Number(each), 0);
    expect([1, 2, 3, 4, 6, 9].map(counted)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it('mark the sample that was chosen in the table, without a histogram', () => {
    const state = { ...answered(playOrPause(shownState()).state), picked: 2 };
    const chosen = sheet({ ...state, play: shownState().play });
    expect(chosen.querySelector('[data-role=play-histogram]')?.getAttribute('d')).toBe('');
    expect(chosen.querySelector('[data-role=play-lit]')?.getAttribute('class')).toContain('c2');
    expect(chosen.querySelector('[data-role=play-newest]')).not.toBeNull();
  });
});

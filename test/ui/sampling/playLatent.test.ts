// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { playOrPause, tick } from '../../../webview/ui/request/playing';
import { playLatent } from '../../../webview/ui/sampling/playLatent';
import type { State } from '../../../webview/ui/state/state';
import { bumpPrior, normalPrior } from '../../plots/fixtures';
import { answered, bumpRows, column, shownState } from '../sampleRows';
import { draw, sceneOf, textOf } from '../scenes';

const size = { width: 300, height: 200 };

function marks(state: State): Element | null {
  const scene = sceneOf({ state });
  const shelf = scene.pictures.prior.shelf(bumpPrior(), size, 13);
  if (shelf === null) throw new Error('No bars.');
  return draw(playLatent(bumpPrior(), shelf, scene)).querySelector('[data-role=play-latent]');
}

describe('the z that was drawn', () => {
  it('is marked from its stage on, and is fresh in it', () => {
    const state = answered(playOrPause(shownState()).state);
    expect(marks(state)).toBeNull();
    const drawn = tick(state).state;
    expect(marks(drawn)?.getAttribute('data-value')).toBe('orange');
    expect(marks(drawn)?.classList.contains('fresh')).toBe(true);
    expect(marks(tick(drawn).state)?.classList.contains('fresh')).toBe(false);
    expect(marks(drawn)?.querySelectorAll('.play-value-bar')).toHaveLength(1);
  });

  it('has its number written at a curve', () => {
    const rows = bumpRows({ columns: [column('z', [0.31])] });
    const state = tick(answered(playOrPause(shownState()).state, { rows })).state;
    const scene = sceneOf({ state });
    const picture = scene.pictures.prior.layout(normalPrior(), size, 13, true);
    const element = draw(playLatent(normalPrior(), picture, scene));
    expect(textOf(element.querySelector('.play-value'))).toBe('z = 0.31');
    expect(element.querySelectorAll('.play-line')).toHaveLength(1);
  });
});

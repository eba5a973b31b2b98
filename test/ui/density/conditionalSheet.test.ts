// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ConditionalPicture } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import { conditionalOf, conditionalSheet } from '../../../webview/ui/density/conditionalSheet';
import { answer } from '../../../webview/ui/request/events';
import { explore } from '../../../webview/ui/request/explored';
import type { State } from '../../../webview/ui/state/state';
import { choice, normal, preview, sumMethod, threeBumps } from '../../plots/fixtures';
import { draw, sceneOf, shownState } from '../scenes';

const curve = threeBumps(200);
const picture: ConditionalPicture = {
  kind: 'conditional',
  latent: { variable: 'z', index: null },
  values: [2],
  density: curve.x.map((x) => normal(x, 0.5, 1)),
  standardError: null,
  below: null,
  method: sumMethod,
};

/** The reader is at z = 2, and the engine has answered. */
function answered(): { state: State; shown: Preview } {
  const { state } = explore(shownState({ observed: curve }), choice('z'), { x: 2, y: 0 }, true);
  const given = preview({ generation: state.generation, observed: curve, asides: [picture] });
  const after = answer(state, given).state;
  return { state: after, shown: given };
}

describe('p(x | z) where the reader is', () => {
  it('is what the engine answered, in the colour of its component', () => {
    const { state, shown } = answered();
    const found = conditionalOf(shown, state.shown!.asked, state)!;
    expect(found.at).toBe('z = orange');
    expect(found.className).toBe('c1');
    expect(found.prior).toBeCloseTo(0.5, 9);
    expect(found.summary).toMatchObject({ factor: 0.5, isPart: true });
  });

  it('is nothing while the reader is nowhere, or the engine has not answered', () => {
    const { state, shown } = answered();
    expect(conditionalOf(shown, state.shown!.asked, { ...state, explored: null })).toBe(null);
    expect(conditionalOf({ ...shown, asides: [null] }, state.shown!.asked, state)).toBe(null);
  });

  it('is drawn with its name', () => {
    const { state, shown } = answered();
    const scene = sceneOf({ state });
    const layout = scene.pictures.observed.layout(curve, { width: 500, height: 300 }, 13, false);
    const host = draw(conditionalSheet(conditionalOf(shown, state.shown!.asked, state), curve, layout, scene));
    expect(host.querySelector('text')?.textContent).toBe('p(x | z = orange) × 0.50');
    expect(host.querySelector('[data-role=conditional]')?.getAttribute('d')).toMatch(/^M/);
    expect(draw(conditionalSheet(null, curve, layout, scene)).querySelector('svg')).toBe(null);
  });
});

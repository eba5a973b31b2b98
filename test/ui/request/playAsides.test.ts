// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { componentOf, playConditional, rowCount, rowsAside } from '../../../webview/ui/request/playAsides';
import { playOrPause, tick } from '../../../webview/ui/request/playing';
import type { State } from '../../../webview/ui/state/state';
import { infiniteMixture, normalPrior, threeBumps, twoBlobs } from '../../plots/fixtures';
import { answered, bumpRows, shownState } from '../sampleRows';

describe('what is asked for samples', () => {
  it('is nothing while nobody looks at them', () => {
    const state = shownState();
    expect(rowsAside(state)).toBeNull();
    expect(rowsAside({ ...state, view: 'samples' })).toEqual({ kind: 'rows', count: rowCount, laws: false });
    expect(rowsAside({ ...state, picked: 3 })).toMatchObject({ laws: false });
    expect(rowsAside(playOrPause(state).state)).toMatchObject({ laws: true });
  });

  /** After the stage in which z is looked up. */
  function conditional(rows: ReturnType<typeof bumpRows>, observed: Parameters<typeof answered>[2]): State {
    const state = answered(playOrPause(shownState()).state, { rows }, observed);
    return tick(tick(state).state).state;
  }

  it('is p(x | z) where x has one parent and no components by categories', () => {
    const parts = { observed: infiniteMixture(), prior: normalPrior() };
    expect(playConditional(conditional(bumpRows(), parts))?.values).toEqual([2]);
    expect(playConditional(conditional(bumpRows({ parents: ['z', 'k'] }), parts))).toBeNull();
    expect(playConditional(conditional(bumpRows({ parents: ['gone'] }), parts))).toBeNull();
    expect(playConditional(conditional(bumpRows(), {}))).toBeNull();
    expect(playConditional(conditional(bumpRows(), { observed: twoBlobs('x', 5) }))).toBeNull();
    const latent = tick(answered(playOrPause(shownState()).state, {}, parts)).state;
    expect(playConditional(latent)).toBeNull();
  });
});

describe('the component that a row was drawn from', () => {
  const { components } = threeBumps();

  it('has the row’s values of the variables that tell components apart', () => {
    expect(componentOf(components, () => [2])?.label).toBe('orange');
    expect(componentOf(components, () => [7])).toBeNull();
    const joint = {
      ...components,
      of: 'z, k',
      items: components.items.map((item, i) => ({ ...item, values: [1, i] })),
    };
    const values: Readonly<Record<string, readonly number[]>> = { z: [1], k: [2] };
    expect(componentOf(joint, (element) => values[element] ?? [])?.label).toBe('green');
    expect(componentOf({ ...components, kind: 'draws' }, () => [2])).toBeNull();
  });
});

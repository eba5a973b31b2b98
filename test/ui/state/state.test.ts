// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fail } from '../../../webview/ui/request/events';
import { initialState, keptState, plotOf, seedOf, statusOf } from '../../../webview/ui/state/state';
import { shownState, staleMessage } from '../scenes';

describe('a new panel', () => {
  it('waits, with nothing to show and nothing observed', () => {
    const state = initialState(null);
    expect(statusOf(state)).toBe('waiting');
    expect(plotOf(state)).toBeNull();
    expect(state).toMatchObject({
      view: 'density',
      scale: 'density',
      zoom: null,
      explored: null,
      snapshot: null,
      evidence: [],
    });
  });

  it('starts from the seed of the settings, where it has kept none', () => {
    const state = initialState(null);
    expect(seedOf({ ...state, settings: { ...state.settings, seed: 5 } })).toBe(5);
    expect(seedOf({ ...state, settings: { ...state.settings, seed: 5 }, seed: 0 })).toBe(0);
  });
});

it('what is kept brings a panel back to the same file, choices and seed', () => {
  const kept = keptState({ ...shownState(), pinned: true, seed: 3, observed: 'x', latent: 'z' });
  expect(initialState(kept)).toMatchObject({ uri: 'file:///a.lvm', pinned: true, seed: 3, observed: 'x', latent: 'z' });
});

describe('what there is to show', () => {
  it('is the last good plot of the same document, whatever is wrong', () => {
    const shown = shownState();
    const failed = fail(shown, 'A fault.').state;
    expect(statusOf(failed)).toBe('failure');
    expect(plotOf(failed)).toBe(shown.shown);
  });

  it('is nothing of another document', () => {
    const shown = shownState();
    const other = { ...shown, uri: 'file:///b.lvm', problem: { kind: 'stale' as const, message: staleMessage } };
    expect(statusOf(other)).toBe('stale');
    expect(plotOf(other)).toBeNull();
  });
});

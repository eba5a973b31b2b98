import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPanelState } from '../../src/preview/panelState';

const state = { uri: 'file:///w/a.lvm', pinned: true, seed: 0, observed: null, latent: 'z', files: [] };

describe('readPanelState', () => {
  it('reads what a webview keeps', () => {
    expect(readPanelState(state)).toEqual(state);
  });

  it('reads what an older version kept, and loses no more than the files where these cannot be read', () => {
    const { files: _, ...older } = state;
    expect(readPanelState(older)).toEqual(state);
    expect(readPanelState({ ...state, files: [{ uri: 3 }] })).toEqual(state);
  });

  it('reads the files of an older version, which did not keep what was zoomed in on', () => {
    const span = { low: 0, high: 1 };
    const file = { uri: 'file:///w/a.lvm', observed: 'x', latent: null, evidence: [], view: 'density', scale: 'log' };
    const kept = { ...file, zoom: { x: span, y: null }, whole: null, explored: null };
    expect(readPanelState({ ...state, files: [kept] })?.files).toEqual([{ ...kept, zoomed: null }]);
  });

  it('gives null for anything else', () => {
    for (const kept of [undefined, null, 'x', {}, { ...state, uri: 3 }, { ...state, pinned: undefined }])
      expect(readPanelState(kept)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(readPanelState(kept)).toBeNull();
      }),
      { seed: 12 },
    );
  });
});

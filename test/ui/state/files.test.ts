// @vitest-environment happy-dom
import { describe, expect, it, test } from 'vitest';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import { exportRows } from '../../../webview/ui/export/exporting';
import { enter, renamed } from '../../../webview/ui/state/files';
import { initialState, keptState, plotOf } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';

test('every model has its own view, evidence and zoom when it is shown again', () => {
  const a = { ...enter(initialState(null), 'file:///a'), view: 'samples' as const, latent: 'z' };
  const evidence = [{ variable: 'x', index: null, values: [1] }];
  const zoom = { zoom: { x: { low: 0, high: 1 }, y: null }, zoomed: 'x real []' };
  const b = { ...enter(a, 'file:///b'), evidence, ...zoom };
  expect([b.view, b.latent]).toEqual(['density', null]);
  const again = enter(b, 'file:///a');
  expect([again.view, again.latent, again.evidence]).toEqual(['samples', 'z', []]);
  expect(again.zoom).toBeNull();
  expect(enter(again, 'file:///b')).toMatchObject({ evidence, ...zoom });
  expect(enter(a, 'file:///a')).toBe(a);
});

test('the menu of what can be taken away from one model does not open over another', () => {
  const { exporting, ...a } = enter(initialState(null), 'file:///a');
  const b = enter({ ...a, exporting: { ...exporting, open: true, subject: 'latent' } }, 'file:///b');
  expect(b.exporting).toEqual({ ...exporting, open: false, subject: 'latent' });
});

test('samples that are being drawn for a file are not those of the next model', () => {
  const { state } = exportRows(enter(initialState(null), 'file:///a'), 'file');
  expect(state.exporting.rows).toBe('file');
  expect(enter(state, 'file:///a').exporting.rows).toBe('file');
  const { exporting } = enter({ ...state, exporting: { ...state.exporting, paper: 'dark' } }, 'file:///b');
  expect(exporting).toMatchObject({ rows: null, said: '', paper: 'dark' });
});

test('it is there after the window was reloaded too', () => {
  const a = { ...enter(initialState(null), 'file:///a'), view: 'samples' as const };
  const next = initialState(keptState(enter(a, 'file:///b')));
  expect(enter(next, 'file:///a').view).toBe('samples');
});

describe('a file of another name', () => {
  const evidence = [{ variable: 'x', index: null, values: [1] }];
  const seen = { ...shownState(), evidence, scale: 'log' as const, view: 'samples' as const };
  const a = { ...seen, snapshot: takeSnapshot(seen).state.snapshot };

  it('is the same model, with all that the reader chose and compares with', () => {
    const b = renamed(a, 'file:///a.lvm', 'file:///b.lvm');
    expect(b).toMatchObject({ uri: 'file:///b.lvm', evidence, scale: 'log', view: 'samples' });
    expect(enter(b, 'file:///b.lvm')).toBe(b);
    expect(b.model?.uri).toBe('file:///b.lvm');
    expect(b.shown?.asked.model.uri).toBe('file:///b.lvm');
    expect(b.snapshot?.uri).toBe('file:///b.lvm');
    expect(b.snapshot?.observed).toBe(a.snapshot?.observed);
    expect(plotOf({ ...b, problem: { kind: 'gone', reason: 'a.lvm was renamed.' } })).toBe(b.shown);
  });

  it('may be in a folder of another name, and not be the one that is shown', () => {
    const b = renamed({ ...enter(a, 'file:///x/b.lvm'), view: 'corner' }, 'file:///x', 'file:///y');
    expect(b.uri).toBe('file:///y/b.lvm');
    const c = renamed(b, 'file:///a.lvm', 'file:///c.lvm');
    expect(c.uri).toBe('file:///y/b.lvm');
    expect(enter(c, 'file:///c.lvm')).toMatchObject({ evidence, view: 'samples' });
    expect(enter(c, 'file:///a.lvm').evidence).toEqual([]);
    expect(renamed(c, 'file:///y/b', 'file:///z')).toBe(c);
  });

  it('has what was kept of it also where it was shown before its old name was told', () => {
    const early = enter(a, 'file:///b.lvm');
    expect(early.evidence).toEqual([]);
    expect(renamed(early, 'file:///a.lvm', 'file:///b.lvm')).toMatchObject({
      uri: 'file:///b.lvm',
      evidence,
      scale: 'log',
    });
  });

  it('takes the place of a file that had this name before', () => {
    const b = renamed(enter(enter(a, 'file:///b.lvm'), 'file:///c.lvm'), 'file:///a.lvm', 'file:///b.lvm');
    expect(b.files.map(({ uri }) => uri)).toEqual(['file:///b.lvm']);
    expect(enter(b, 'file:///b.lvm').evidence).toEqual(evidence);
  });
});

import { expect, test } from 'vitest';
import { exportRows } from '../../webview/ui/exporting';
import { enter } from '../../webview/ui/files';
import { initialState, keptState } from '../../webview/ui/state';

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

import { expect, test } from 'vitest';
import { enter } from '../../webview/ui/files';
import { initialState, keptState } from '../../webview/ui/state';

test('every model has its own view, evidence and zoom when it is shown again', () => {
  const a = { ...enter(initialState(null), 'file:///a'), view: 'samples' as const, latent: 'z' };
  const evidence = [{ variable: 'x', index: null, values: [1] }];
  const b = { ...enter(a, 'file:///b'), evidence };
  expect([b.view, b.latent]).toEqual(['density', null]);
  const again = enter(b, 'file:///a');
  expect([again.view, again.latent, again.evidence]).toEqual(['samples', 'z', []]);
  expect(enter(again, 'file:///b').evidence).toEqual(evidence);
  expect(enter(a, 'file:///a')).toBe(a);
});

test('the menu of what can be taken away from one model does not open over another', () => {
  const { exporting, ...a } = enter(initialState(null), 'file:///a');
  const b = enter({ ...a, exporting: { ...exporting, open: true, subject: 'latent' } }, 'file:///b');
  expect(b.exporting).toEqual({ ...exporting, open: false, subject: 'latent' });
});

test('it is there after the window was reloaded too', () => {
  const a = { ...enter(initialState(null), 'file:///a'), view: 'samples' as const };
  const next = initialState(keptState(enter(a, 'file:///b')));
  expect(enter(next, 'file:///a').view).toBe('samples');
});

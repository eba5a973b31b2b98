// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isChord } from '../../../webview/ui/widgets/chord';

test('a key with Ctrl, Cmd or Alt is a chord; one by itself or with Shift is none', () => {
  const pressed = (init: KeyboardEventInit) => isChord(new KeyboardEvent('keydown', { key: 'ArrowLeft', ...init }));
  expect([{ ctrlKey: true }, { metaKey: true }, { altKey: true }].map(pressed)).toEqual([true, true, true]);
  expect([{}, { shiftKey: true }].map(pressed)).toEqual([false, false]);
});

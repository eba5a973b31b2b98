// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { withCaret } from '../../../webview/ui/state/selecting';
import { shownState } from '../scenes';

const state = shownState();
const caret = { uri: 'file:///a.lvm', version: 4, start: 35, end: 35 };

test('a caret of the version that is shown selects its statement', () => {
  expect(withCaret(state, caret).selection?.statement).toBe('x');
  expect(withCaret(state, { ...caret, start: 90, end: 90 }).selection).toBeNull();
  expect(withCaret(state, { ...caret, uri: 'file:///b.lvm' }).selection).toBeNull();
});

test('a caret of a later version leaves what is marked until that version is there', () => {
  const marked = withCaret(state, caret);
  expect(withCaret(marked, { ...caret, version: 5, start: 90, end: 90 }).selection).toBe(marked.selection);
});

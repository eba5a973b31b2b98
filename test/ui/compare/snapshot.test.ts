// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { clearSnapshot, takeSnapshot, toggleSnapshot } from '../../../webview/ui/compare/snapshot';
import { initialState } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';

const state = shownState();

it('a snapshot is what is shown, and asks for nothing', () => {
  const step = takeSnapshot(state);
  const { preview, asked } = state.shown!;
  expect(step.state.snapshot).toEqual({
    uri: asked.model.uri,
    fileName: asked.model.fileName,
    observed: preview.observed,
    prior: preview.prior,
    cumulative: null,
  });
  expect(step.request).toBe(null);
  expect(clearSnapshot(step.state).state.snapshot).toBe(null);
});

it('the button takes one and gives it up', () => {
  const taken = toggleSnapshot(state).state;
  expect(taken.snapshot).not.toBe(null);
  expect(toggleSnapshot(taken).state.snapshot).toBe(null);
});

it('of nothing there is none; a newer one takes the place of an older one', () => {
  expect(takeSnapshot(initialState(null)).state.snapshot).toBe(null);
  const later = { ...takeSnapshot(state).state, shown: shownState().shown };
  expect(takeSnapshot(later).state.snapshot).toMatchObject({ observed: later.shown!.preview.observed });
});

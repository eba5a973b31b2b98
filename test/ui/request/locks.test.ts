// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { locksOf, toggleLock } from '../../../webview/ui/request/locks';
import { initialState } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';

it('a number is locked and let go again, asking nothing of anyone', () => {
  const { state: once, request } = toggleLock(shownState(), 3);
  expect([...locksOf(once, 'key')]).toEqual([3]);
  expect(request).toBeNull();
  const { state: twice } = toggleLock(once, 1);
  expect([...locksOf(twice, 'key')]).toEqual([3, 1]);
  expect([...locksOf(toggleLock(twice, 3).state, 'key')]).toEqual([1]);
});

it('locks belong to one structure', () => {
  const { state } = toggleLock(shownState(), 3);
  expect([...locksOf(state, 'another')]).toEqual([]);
  const changed = state.model === null ? state : { ...state, model: { ...state.model, structureKey: 'another' } };
  expect([...locksOf(toggleLock(changed, 0).state, 'another')]).toEqual([0]);
});

it('locks belong to one file', () => {
  const { state } = toggleLock(shownState(), 3);
  const elsewhere = { ...state, uri: 'file:///b.lvm' };
  expect([...locksOf(elsewhere, 'key')]).toEqual([]);
  expect([...locksOf(toggleLock(elsewhere, 0).state, 'key')]).toEqual([0]);
});

it('without a model there is nothing to lock', () => {
  expect(toggleLock(initialState(null), 0).state.locks).toBeNull();
});

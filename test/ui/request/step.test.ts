// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ask, quiet } from '../../../webview/ui/request/step';
import { initialState } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';

it('a quiet step asks nothing of anyone', () => {
  const state = shownState();
  expect(quiet(state)).toEqual({ state, request: null, incomplete: false, edit: null });
});

it('nothing can be asked without a model', () => {
  const state = initialState(null);
  expect(ask(state)).toEqual(quiet(state));
});

it('every question has the next number, and the zoom and the asides of the state', () => {
  const state = shownState();
  const zoom = { x: { low: 0, high: 1 }, y: null };
  const { state: next, request } = ask({ ...state, zoom });
  expect(request).toMatchObject({ generation: state.generation + 1, query: { zoom, asides: [] } });
  expect(next.asked.at(-1)).toMatchObject({ generation: state.generation + 1, query: { zoom } });
});

it('what was asked already is not asked again', () => {
  const { state, request } = ask({ ...shownState(), seed: 7 });
  expect(request).not.toBeNull();
  expect(ask(state).request).toBeNull();
  expect(ask(state).state.generation).toBe(state.generation);
});

it('remembers the newest questions only', () => {
  let state = shownState();
  for (let seed = 0; seed < 100; seed++) state = ask({ ...state, seed }).state;
  expect(state.asked).toHaveLength(31);
  expect(state.asked.at(-1)?.generation).toBe(state.generation);
});

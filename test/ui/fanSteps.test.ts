// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { chooseChain, stepChain } from '../../webview/ui/fanSteps';
import { initialState, type State } from '../../webview/ui/state';
import { shownState } from './scenes';
import { structureOf } from './structures';

it('a chain that is chosen is asked for', () => {
  const state = shownState();
  const step = chooseChain(state, 'z[t]');
  expect(step.state.fan).toBe('z[t]');
  expect(step.request?.generation).toBe(state.generation + 1);
});

it('the next chain comes after the one that is shown, and after the last one the first', () => {
  const state = shownState();
  const structure = structureOf({ z: ['real', [], [1, 5]], x: ['real', ['z'], [1, 5]] });
  const chains: State = { ...state, model: { ...state.model!, structure } };
  const second = stepChain(chains, 1);
  expect(second.state.fan).toBe('z[t]');
  expect(second.request).not.toBeNull();
  expect(stepChain(second.state, 1).state.fan).toBe('x[t]');
  expect(stepChain(chains, -1).state.fan).toBe('z[t]');
});

it('without another chain nothing changes', () => {
  const empty = initialState(null);
  expect(stepChain(empty, 1).state).toBe(empty);
  const state = shownState();
  expect(stepChain(state, 1).state).toBe(state);
});

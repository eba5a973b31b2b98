// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { chooseChain, stepChain } from '../../../webview/ui/fan/fanSteps';
import { ask } from '../../../webview/ui/request/step';
import { initialState, type State } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const structure = structureOf({ z: ['real', [], [1, 5]], x: ['real', ['z'], [1, 5]] });

/** A state in which the fan of the first chain was asked for. */
function fanState(): State {
  const state = shownState();
  return ask({ ...state, view: 'fan', model: { ...state.model!, structure, structureKey: 'chains' } }).state;
}

it('a chain that is chosen is asked for', () => {
  const state = fanState();
  const step = chooseChain(state, 'z[t]');
  expect(step.state.fan).toBe('z[t]');
  expect(step.request?.query.asides).not.toEqual(state.asked.at(-1)?.query.asides);
});

it('the next chain comes after the one that is shown, and after the last one the first', () => {
  const chains = fanState();
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

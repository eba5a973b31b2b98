// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { stepChoice } from '../../../webview/ui/app/stepChoice';
import { initialState, type State } from '../../../webview/ui/state/state';
import { choice } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const structure = structureOf({ z: ['category', []], k: ['real', []], x: ['real', ['z']], y: ['real', ['k']] });

/** A state with two observed variables, of which x is shown, and two latent ones, of which z is. */
function wideState(): State {
  const state = shownState({ observedChoices: [choice('x'), choice('y')], latentChoices: [choice('z'), choice('k')] });
  return { ...state, model: { ...state.model!, structure } };
}

it('the next variable is shown, and after the last one the first', () => {
  const step = stepChoice('observed', 1)(wideState());
  expect(step.state.observed).toBe('y');
  expect(step.request?.query.observed).toEqual(choice('y'));
  expect(stepChoice('observed', 1)(step.state).state.observed).toBe('x');
  expect(stepChoice('observed', -1)(wideState()).state.observed).toBe('y');
});

it('so is the next latent variable; what was observed stays', () => {
  const step = stepChoice('latent', 1)(wideState());
  expect(step.state).toMatchObject({ latent: 'k', observed: null });
  expect(step.request?.query.latent).toEqual(choice('k'));
  expect(stepChoice('latent', -1)(step.state).state.latent).toBe('z');
});

it('a choice that the model does not offer any more is gone past', () => {
  expect(stepChoice('observed', 1)({ ...wideState(), observed: 'w' }).state.observed).toBe('y');
});

it('where there is no choice nothing changes', () => {
  const one = shownState();
  expect(stepChoice('observed', 1)(one).state).toBe(one);
  const none = shownState({ prior: null, latentChoices: [] });
  expect(stepChoice('latent', -1)(none).state).toBe(none);
  const empty = initialState(null);
  expect(stepChoice('latent', 1)(empty).state).toBe(empty);
});

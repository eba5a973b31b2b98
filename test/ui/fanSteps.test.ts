// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { chooseChain } from '../../webview/ui/fanSteps';
import { shownState } from './scenes';

it('a chain that is chosen is asked for', () => {
  const state = shownState();
  const step = chooseChain(state, 'z[t]');
  expect(step.state.fan).toBe('z[t]');
  expect(step.request?.generation).toBe(state.generation + 1);
});

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { showScale } from '../../../webview/ui/density/scale';
import { ask } from '../../../webview/ui/request/step';
import { shownState } from '../scenes';

test('a distribution function is asked for; a log density is drawn from what there is', () => {
  const state = shownState();
  const log = showScale(state, 'log');
  expect([log.state.scale, log.request]).toEqual(['log', null]);
  const sum = showScale(log.state, 'distribution');
  expect(sum.request!.query.asides).toEqual([{ kind: 'distribution' }]);
  expect(showScale(sum.state, 'distribution').request).toBeNull();
});

test('a scale leads to the view that has it', () => {
  const { state, request } = showScale(ask({ ...shownState(), view: 'samples' }).state, 'log');
  expect([state.view, state.scale]).toEqual(['density', 'log']);
  expect(request!.query.asides).toEqual([]);
});

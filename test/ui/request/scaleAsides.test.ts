// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { scaleAsides } from '../../../webview/ui/request/scaleAsides';
import { shownState } from '../scenes';

test('nothing is asked for unless a distribution function is looked at', () => {
  expect(scaleAsides(shownState())).toEqual([]);
  expect(scaleAsides({ ...shownState(), scale: 'log' })).toEqual([]);
  expect(scaleAsides({ ...shownState(), scale: 'distribution' })).toEqual([{ kind: 'distribution' }]);
  expect(scaleAsides({ ...shownState(), scale: 'distribution', view: 'samples' })).toEqual([]);
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { exportAsides } from '../../webview/ui/exportAsides';
import { exportRows } from '../../webview/ui/exporting';
import { shownState } from './scenes';

it('asks for as many samples as are drawn elsewhere, and for none while nobody wants them', () => {
  const state = shownState();
  expect(exportAsides(state)).toEqual([]);
  const wanted = exportRows({ ...state, settings: { ...state.settings, samples: 500 } }, 'clipboard').state;
  expect(exportAsides(wanted)).toEqual([{ kind: 'rows', count: 500 }]);
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { exportRows } from '../../../webview/ui/export/exporting';
import { exportAsides } from '../../../webview/ui/request/exportAsides';
import { shownState } from '../scenes';

it('asks for as many samples as are drawn elsewhere, and for none while nobody wants them', () => {
  const state = shownState();
  expect(exportAsides(state)).toEqual([]);
  const wanted = exportRows({ ...state, settings: { ...state.settings, samples: 500 } }, 'clipboard').state;
  expect(exportAsides(wanted)).toEqual([{ kind: 'rows', count: 500 }]);
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  exportPaper,
  exportRows,
  exportSaid,
  exportSubject,
  openExport,
  rowsDone,
} from '../../../webview/ui/export/exporting';
import { initialState } from '../../../webview/ui/state/state';
import { shownState } from '../scenes';

describe('what is taken away', () => {
  it('is chosen in a menu that opens without asking the engine, and forgets what was said before', () => {
    const said = exportSaid(shownState(), 'Copied.').state;
    const { state, request } = openExport(said, true);
    expect(state.exporting).toMatchObject({ open: true, said: '' });
    expect(request).toBeNull();
    expect(openExport(state, true).state).toBe(state);
    expect(openExport(state, false).state.exporting.open).toBe(false);
  });

  it('is chosen in no menu for as long as nothing is shown', () => {
    const empty = initialState(null);
    expect(openExport(empty, true).state).toBe(empty);
    const late = { ...empty, exporting: { ...empty.exporting, open: true } };
    expect(openExport(late, false).state.exporting.open).toBe(false);
  });

  it('is of one picture and for one kind of page', () => {
    const state = exportPaper(exportSubject(shownState(), 'latent').state, 'light').state;
    expect(state.exporting).toMatchObject({ subject: 'latent', paper: 'light' });
  });

  it('has samples drawn only for as long as they are wanted', () => {
    const { state, request } = exportRows(shownState(), 'file');
    expect(request?.query.asides).toContainEqual({ kind: 'rows', count: 2000 });
    expect(state.exporting).toMatchObject({ rows: 'file', open: false });
    const done = rowsDone(state);
    expect(done.state.exporting).toMatchObject({ rows: null, said: '' });
    expect(done.request).toBeNull();
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ask, quiet } from '../../../webview/ui/request/step';
import { pageLength } from '../../../webview/ui/state/sampleTable';
import type { State } from '../../../webview/ui/state/state';
import { inTable, markSample, reverseSort, stepSort, turnPage } from '../../../webview/ui/table/tableSteps';
import { answered, bumpRows, column, shownState } from '../sampleRows';

/** A table of so many samples whose x falls from row to row. */
function tableState(count: number): State {
  const columns = [
    column(
      'z',
      Array.from({ length: count }, (_, i) => (i % 3) + 1),
    ),
    column(
      'x',
      Array.from({ length: count }, (_, i) => -i),
      { role: 'observed' },
    ),
  ];
  return answered(ask({ ...shownState(), view: 'samples' }).state, { rows: bumpRows({ count, columns }) });
}

describe('the table of samples', () => {
  it('turns its pages, and stays at its ends', () => {
    const state = tableState(2 * pageLength + 1);
    expect(turnPage(state, -1).state).toBe(state);
    const third = turnPage(turnPage(state, 1).state, 1).state;
    expect(third.table.page).toBe(2);
    expect(turnPage(third, 1).state).toBe(third);
  });

  it('stays on its page while there are no samples', () => {
    const state: State = { ...shownState(), table: { page: 2, sort: null } };
    expect(turnPage(state, 1).state).toBe(state);
  });

  it('is sorted by one column after the other, then as drawn', () => {
    const state = tableState(5);
    const sorts = (by: 1 | -1) => {
      const [first, second, third] = [1, 2, 3].reduce<State[]>(
        (all) => [...all, stepSort(all.at(-1) ?? state, by).state],
        [],
      );
      return [first, second, third].map((one) => one?.table.sort?.label ?? null);
    };
    expect(sorts(1)).toEqual(['z', 'x', null]);
    expect(sorts(-1)).toEqual(['x', 'z', null]);
  });

  it('is turned round where it is sorted', () => {
    const state = tableState(5);
    expect(reverseSort(state).state).toBe(state);
    const sorted = stepSort(state, 1).state;
    const reversed = reverseSort({ ...sorted, table: { ...sorted.table, page: 3 } }).state;
    expect(reversed.table).toEqual({ page: 0, sort: { label: 'z', descending: true } });
    expect(reverseSort(reversed).state.table.sort?.descending).toBe(false);
  });

  it('is shown when it is changed, and asked for', () => {
    const { state, request } = inTable((now) => turnPage(now, 1))(shownState());
    expect(state.view).toBe('samples');
    expect(request?.query.asides.map(({ kind }) => kind)).toEqual(['rows']);
    expect(inTable(quiet)(tableState(3)).request).toBeNull();
  });
});

describe('a sample that is marked', () => {
  it('is the next one in the order of the table, on its page', () => {
    const state = tableState(pageLength + 2);
    const first = markSample(1)(state).state;
    expect([first.picked, first.table.page]).toEqual([0, 0]);
    const last = markSample(-1)(state).state;
    expect([last.picked, last.table.page]).toEqual([pageLength + 1, 1]);
    expect(markSample(1)(last).state).toMatchObject({ picked: 0, table: { page: 0 } });
    const byX = { ...state, table: { page: 0, sort: { label: 'x', descending: false } } };
    expect(markSample(1)(byX).state.picked).toBe(pageLength + 1);
  });

  it('stays marked where there is no other', () => {
    const marked = markSample(1)(tableState(1)).state;
    expect(markSample(1)(marked).state).toBe(marked);
  });

  it('cannot be there before the table is', () => {
    expect(markSample(1)(shownState()).state).toMatchObject({ view: 'samples', picked: null });
  });
});

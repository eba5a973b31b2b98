import { neighbour } from '../request/neighbour';
import { rowsOf } from '../request/playRows';
import { ask, quiet, type Step } from '../request/step';
import { orderOf, pageLength, shownColumns, turnedTo } from '../state/sampleTable';
import type { State } from '../state/state';
import { picked } from './picking';

/** @returns a change of the table that shows it too; where it has no samples yet, it is only shown */
export function inTable(change: (state: State) => Step): (state: State) => Step {
  return (state) => ask(change({ ...state, view: 'samples' }).state);
}

/** Turns the table of samples to the next page, or the one before. */
export function turnPage(state: State, by: 1 | -1): Step {
  const rows = rowsOf(state);
  if (rows === null) return quiet(state);
  const { page } = state.table;
  const table = turnedTo(state.table, page + by, rows.count);
  return quiet(table.page === page ? state : { ...state, table });
}

/** Sorts the table by the next of its columns, or the one before; past the last one it is in the order of the draws. */
export function stepSort(state: State, by: 1 | -1): Step {
  const rows = rowsOf(state);
  if (rows === null) return quiet(state);
  const labels = [null, ...shownColumns(rows.columns).map(({ choice }) => choice.label)];
  const label = neighbour(labels, Math.max(0, labels.indexOf(state.table.sort?.label ?? null)), by) ?? null;
  return quiet({ ...state, table: { page: 0, sort: label === null ? null : { label, descending: false } } });
}

/** What was sorted by rising numbers is sorted by falling ones, and the other way round. */
export function reverseSort(state: State): Step {
  const { sort } = state.table;
  if (sort === null) return quiet(state);
  const other = { label: sort.label, descending: !sort.descending };
  return quiet({ ...state, table: { page: 0, sort: other } });
}

/** Marks the next sample of the table in the plots, or the one before, and turns to its page; shows the table where there are no samples yet. */
export function markSample(by: 1 | -1): (state: State) => Step {
  return (state) => {
    const rows = rowsOf(state);
    if (rows === null) return inTable(quiet)(state);
    const order = [...orderOf(rows.count, rows.columns, state.table.sort)];
    const row = neighbour(order, state.picked === null ? -1 : order.indexOf(state.picked), by);
    if (row === undefined || row === state.picked) return quiet(state);
    const page = Math.floor(order.indexOf(row) / pageLength);
    return picked(row)({ ...state, table: turnedTo(state.table, page, rows.count) });
  };
}

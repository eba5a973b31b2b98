import type { ConditionalAside, RowsAside } from '../../../src/engine/api/aside';
import type { Components } from '../../../src/engine/api/preview';
import { playedRow } from '../state/play';
import type { State } from '../state/state';
import { elementOf, rowsOf, valuesIn } from './playRows';

/** Rows of the table, and draws that can be played. */
export const rowCount = 1000;

/** The samples, while anybody looks at them. */
export function rowsAside({ view, play, picked }: State): RowsAside | null {
  const playing = play.mode !== 'off';
  if (!playing && view !== 'samples' && picked === null) return null;
  return { kind: 'rows', count: rowCount, laws: playing };
}

/** p(x | z) at the z that is drawn, where no component shows it already; null where x has more parents than one, or none. */
export function playConditional(state: State): ConditionalAside | null {
  const row = playedRow(state.play);
  const rows = rowsOf(state);
  if (row === null || rows === null || state.play.stage === 'latent' || state.shown === null) return null;
  const [parent, ...others] = rows.parents;
  const { observed } = state.shown.preview;
  if (parent === undefined || others.length > 0 || observed.kind === 'plane') return null;
  if (observed.components.kind === 'categories') return null;
  const column = rows.columns.find((each) => elementOf(each) === parent);
  if (column === undefined) return null;
  const { variable, index } = column.choice;
  return { kind: 'conditional', latent: { variable, index }, values: valuesIn(rows, parent, row) };
}

/** Which of the components a row was drawn from; null where none of them is it. */
export function componentOf(
  components: Components,
  valuesAt: (element: string) => readonly number[],
): Components['items'][number] | null {
  if (components.kind !== 'categories') return null;
  const values = components.of.split(', ').flatMap((element) => valuesAt(element));
  return (
    components.items.find(
      (item) => item.values.length === values.length && item.values.every((value, i) => value === values[i]),
    ) ?? null
  );
}

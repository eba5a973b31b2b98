import type { RowsColumn, RowsPicture } from '../../../src/engine/api/aside';
import type { NoPosterior, Preview } from '../../../src/engine/api/preview';
import type { Plot } from '../../plots/words/pointing';
import type { Asked, KeptRows, State } from '../state/state';
import { sameModel } from './askedAlready';

/** The samples of what is shown; those of an earlier answer where they are the same. null while there are none. */
export function rowsOf({ shown, rows }: Pick<State, 'shown' | 'rows'>): RowsPicture | null {
  if (shown === null) return null;
  const answer = answerOf(shown.preview, shown.asked);
  if (answer?.kind === 'rows') return answer;
  return rows !== null && sameDraws(rows.asked, shown.asked) ? rows.picture : null;
}

/** Why there are no samples of what is shown; null where there are, or may yet be. */
export function noRows(preview: Preview, asked: Asked): string | null {
  const answer = answerOf(preview, asked);
  return answer?.kind === 'none' ? answer.reason : null;
}

/** What to keep of an answer: its samples, or those that were there before. */
export function keptRows(before: KeptRows | null, preview: Preview, asked: Asked): KeptRows | null {
  const answer = answerOf(preview, asked);
  return answer?.kind === 'rows' ? { picture: answer, asked } : before;
}

function answerOf(preview: Preview, { query }: Asked): RowsPicture | NoPosterior | null {
  const answer = preview.asides[query.asides.findIndex(({ kind }) => kind === 'rows')] ?? null;
  return answer?.kind === 'rows' || answer?.kind === 'none' ? answer : null;
}

/** Whether two requests have the same samples, and the same things to say of them. */
function sameDraws(one: Asked, other: Asked): boolean {
  const laws = (asked: Asked) => asked.query.asides.some((aside) => aside.kind === 'rows' && aside.laws === true);
  return (
    one.model.uri === other.model.uri &&
    sameModel(one.model, other.model) &&
    one.query.seed === other.query.seed &&
    one.query.observed?.label === other.query.observed?.label &&
    (laws(one) || !laws(other))
  );
}

/** The element that a column is a number of: `z`, `z[3]`. */
export function elementOf({ choice: { variable, index } }: RowsColumn): string {
  return index === null ? variable : `${variable}[${index}]`;
}

/** The numbers of an element in one row; none where it has no column. */
export function valuesIn(rows: RowsPicture, element: string, row: number): readonly number[] {
  return rows.columns.filter((column) => elementOf(column) === element).map(({ values }) => values[row] ?? Number.NaN);
}

/** The values of a plot's variable from one row to before another, each as many numbers as the plot shows of it. */
export function drawsOf({ columns }: RowsPicture, { choice, kind }: Plot, from: number, to: number): number[][] {
  const element = choice.index === null ? choice.variable : `${choice.variable}[${choice.index}]`;
  const own = columns.filter(
    (column) => elementOf(column) === element && (kind === 'plane' || column.choice.coordinate === choice.coordinate),
  );
  return Array.from({ length: to - from }, (_, i) => own.map(({ values }) => values[from + i] ?? Number.NaN));
}

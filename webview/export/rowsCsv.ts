import type { RowsPicture } from '../../src/engine/api/aside';
import { type CsvCell, csvText } from './csv';

/** Ancestral samples of all variables: a line for each draw of the whole model, categories by their names. */
export function rowsCsv({ columns }: RowsPicture): string {
  const count = Math.max(0, ...columns.map(({ values }) => values.length));
  return csvText(
    columns.map(({ choice }) => choice.label),
    rows(columns, count),
  );
}

function* rows(columns: RowsPicture['columns'], count: number): Generator<CsvCell[]> {
  for (let i = 0; i < count; i++) {
    yield columns.map(({ values, labels }) => {
      const value = values[i] ?? Number.NaN;
      return labels?.[value] ?? value;
    });
  }
}

import type { RowsColumn } from '../../../src/engine/api/aside';

/** What the table of samples shows. */
export interface SampleTable {
  /** From 0. */
  readonly page: number;
  /** null: in the order in which they were drawn. */
  readonly sort: SampleSort | null;
}

export interface SampleSort {
  /** Of the column. */
  readonly label: string;
  readonly descending: boolean;
}

export const firstPage: SampleTable = { page: 0, sort: null };

/** Rows of a page. */
export const pageLength = 50;

/** How many pages so many rows fill; one where there are none. */
export function pagesOf(rows: number): number {
  return Math.max(1, Math.ceil(rows / pageLength));
}

/** Another page, within those that there are. */
export function turnedTo(table: SampleTable, page: number, rows: number): SampleTable {
  return { ...table, page: Math.min(pagesOf(rows) - 1, Math.max(0, page)) };
}

/** A press on the head of a column: rising, then falling, then as drawn. */
export function sortedBy(table: SampleTable, label: string): SampleTable {
  const { sort } = table;
  if (sort?.label !== label) return { page: 0, sort: { label, descending: false } };
  return { page: 0, sort: sort.descending ? null : { label, descending: true } };
}

/** The rows in the order of the table; equal ones as they were drawn, and undefined ones last. */
export function orderOf(count: number, columns: readonly RowsColumn[], sort: SampleSort | null): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const values = columns.find(({ choice }) => choice.label === sort?.label)?.values;
  if (sort === null || values === undefined) return order;
  const sign = sort.descending ? -1 : 1;
  const missing = (row: number): number => Number(Number.isNaN(values[row]));
  return order.sort((a, b) => missing(a) - missing(b) || sign * ((values[a] ?? 0) - (values[b] ?? 0)) || a - b);
}

/** Columns that are shown of every variable, at most, where there are many of them. */
const leastColumns = 4;
const mostColumns = 40;

/** The columns that are shown, latent variables first; of long chains and vectors the first few numbers. */
export function shownColumns(columns: readonly RowsColumn[]): readonly RowsColumn[] {
  const inOrder = [...columns].sort((a, b) => Number(a.role === 'observed') - Number(b.role === 'observed'));
  if (columns.length <= mostColumns) return inOrder;
  const variables = new Map<string, number>();
  for (const { choice } of columns) variables.set(choice.variable, (variables.get(choice.variable) ?? 0) + 1);
  const each = Math.max(leastColumns, Math.floor(mostColumns / variables.size));
  const taken = new Map<string, number>();
  return inOrder.filter(({ choice }) => {
    const before = taken.get(choice.variable) ?? 0;
    taken.set(choice.variable, before + 1);
    return before < each;
  });
}

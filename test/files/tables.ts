import { ColumnBuilder } from '../../src/files/columnBuilder';
import type { OpenFile, Reading } from '../../src/files/openFile';
import type { Table } from '../../src/language/analysis';
import type { Column } from '../../src/model/column';

/** A table of which all columns were asked for. */
export function tableOf(columns: Readonly<Record<string, readonly string[]>>): Table {
  const rows = Math.max(0, ...Object.values(columns).map(({ length }) => length));
  return {
    kind: 'table',
    names: new Set(Object.keys(columns)),
    rows,
    firstRows: Array.from({ length: Math.min(5, rows) }, (_, row) =>
      Object.values(columns).map((cells) => cells[row]!),
    ),
    columns: new Map(Object.entries(columns).map(([name, cells]) => [name, columnOf(cells)])),
  };
}

export function columnOf(cells: readonly string[]): Column {
  const builder = new ColumnBuilder();
  for (const cell of cells) builder.push(cell);
  return builder.build();
}

/** The cells of a column as text. */
export function cellsOf(column: Column | undefined): string[] {
  return Array.from(column?.numbers ?? [], (number, row) => column!.word(row) ?? String(number));
}

/** A reading that nobody overtakes. */
export const alone: Reading = { overtaken: false, progress: () => {} };

/** What a file was asked for. */
export interface Watched extends OpenFile {
  /** The bytes that were handed out, one entry for each slice. */
  readonly slices: number[];
}

/** The same file, and how much of it is read. */
export function watched(file: OpenFile, before: (slice: number) => void = () => {}): Watched {
  const slices: number[] = [];
  return {
    size: file.size,
    slices,
    async read(from, most) {
      before(slices.length);
      const bytes = await file.read(from, most);
      slices.push(bytes.length);
      return bytes;
    },
    close: () => file.close(),
  };
}

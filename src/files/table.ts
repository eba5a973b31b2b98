import type { DataFile, Table } from '../language/analysis';
import { quote } from '../model/quote';
import { Utf8Decoder } from '../model/utf8';
import { CellScanner, type CellSink, type Wanted } from './cells';
import { ColumnBuilder } from './columnBuilder';
import { guessDelimiter } from './delimiter';
import { limits } from './limits';
import { type Bounds, type OpenFile, type Reading, slices, Unreadable } from './openFile';

export const tableBounds: Bounds = {
  bytes: limits.tableBytes,
  advice: 'keep the columns and rows that the model needs',
};

/** Characters that are enough to tell what parts the cells. */
const enough = 65_536;

/** Rows that are kept whole, to show what the columns hold. */
const mostFirstRows = 5;

/**
 * Reads comma-separated text (or tabs, semicolons, bars: the delimiter is found) whose first row names the columns.
 * Short rows are filled with empty cells, blank lines are left out, blanks around cells are dropped.
 *
 * @param name the file, for messages
 * @param asked the columns that are read; of the others nothing is kept but their names and first cells
 * @throws Unreadable where it is no such text, or more than may be read; Overtaken
 */
export async function readTable(
  file: OpenFile,
  name: string,
  asked: ReadonlySet<string>,
  reading: Reading,
): Promise<Table> {
  const table = new TableReader(name, asked);
  for await (const bytes of slices(file, name, tableBounds, reading)) table.take(bytes);
  return table.finish();
}

/** Whether what was read for some columns serves for others. */
export function servesColumns(value: DataFile, readFor: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  // Whether it could be read may have hung on how many columns were asked for.
  if (value.kind === 'missing') return asked.size === readFor.size && [...asked].every((name) => readFor.has(name));
  return [...asked].every((name) => value.columns.has(name) || !value.names.has(name));
}

/** Takes the bytes of a table slice after slice. */
export class TableReader implements CellSink {
  readonly #decoder = new Utf8Decoder();
  /** The beginning of the text, until there is enough of it to tell the delimiter. */
  #beginning = '';
  #scanner: CellScanner | null = null;
  #names: Set<string> | null = null;
  /** The names of the first row as far as it has been read. */
  readonly #header: string[] = [];
  /** For each column that is read, by its position. */
  readonly #builders = new Map<number, ColumnBuilder>();
  /** The cells of the row under way: all of them in the first rows, then those of the columns that are read. */
  #row: string[] = [];
  readonly #firstRows: string[][] = [];
  #rows = 0;

  /** @param most how much is read */
  constructor(
    private readonly name: string,
    private readonly asked: ReadonlySet<string>,
    private readonly most: Readonly<Record<'rows' | 'columns' | 'cells' | 'cellLength', number>> = limits,
  ) {}

  /** @throws Unreadable */
  take(bytes: Uint8Array): void {
    this.#text(this.#decoder.take(bytes));
  }

  /** The bytes have ended. @throws Unreadable */
  finish(): Table {
    this.#text(this.#decoder.finish());
    if (this.#scanner === null) this.#scan(this.#beginning);
    this.#scanner?.finish();
    this.#check();
    if (this.#names === null) throw this.#wrong('is empty; its first row should name the columns');
    const columns = Array.from(this.#builders, ([at, builder]) => [this.#header[at]!, builder.build()] as const);
    return {
      kind: 'table',
      names: this.#names,
      rows: this.#rows,
      firstRows: this.#firstRows,
      columns: new Map(columns),
    };
  }

  wants(column: number): Wanted {
    if (this.#names === null || this.#builders.has(column)) return 'all';
    return this.#keepsAll ? 'beginning' : 'nothing';
  }

  cell(column: number, text: string): void {
    const cell = text.trim();
    if (this.#names !== null) {
      this.#row[column] = cell;
      return;
    }
    if (column === this.most.columns)
      throw this.#wrong(
        `has more than ${count(this.most.columns)} columns, which is more than are read; keep those that the model needs`,
      );
    this.#header.push(cell);
  }

  row(cells: number, blank: boolean): void {
    if (this.#names === null) this.#endHeader(blank);
    else if (!blank) this.#endRow(cells);
    // An array without holes is far faster to fill anew than one with holes.
    this.#row = this.#keepsAll ? [] : this.#row;
    for (const at of this.#builders.keys()) this.#row[at] = '';
  }

  get #keepsAll(): boolean {
    return this.#names === null || this.#firstRows.length < mostFirstRows;
  }

  #text(text: string | null): void {
    if (text === null || text.includes('\0')) throw this.#wrong('is not UTF-8 text; save it as UTF-8');
    if (this.#scanner !== null) this.#scan(text);
    else {
      this.#beginning += text;
      if (this.#beginning.length >= enough) this.#scan(this.#beginning);
    }
  }

  #scan(text: string): void {
    this.#scanner ??= new CellScanner(this, guessDelimiter(text), this.most.cellLength);
    this.#scanner.take(text);
    this.#check();
  }

  #check(): void {
    const row = this.#names === null ? 1 : this.#rows + 2;
    if (this.#scanner?.problem === 'quotes')
      throw this.#wrong(`has an unclosed or misplaced quotation mark in row ${row}`);
    if (this.#scanner?.problem === 'length')
      throw this.#wrong(
        `has a cell of more than ${count(this.most.cellLength)} characters in row ${row}, or a quotation mark there that is never closed`,
      );
  }

  #endHeader(blank: boolean): void {
    if (blank) {
      this.#header.length = 0;
      return;
    }
    const names = new Set<string>();
    for (const [at, column] of this.#header.entries()) {
      if (names.has(column)) throw this.#wrong(`has two columns named ${quote(column)}; rename one`);
      names.add(column);
      if (this.asked.has(column)) this.#builders.set(at, new ColumnBuilder());
    }
    this.#names = names;
  }

  #endRow(cells: number): void {
    const width = this.#header.length;
    if (cells > width)
      throw new Unreadable(
        `Row ${this.#rows + 2} of ${quote(this.name)} has ${cells} cells, and its first row names ${width} columns.`,
      );
    if (this.#keepsAll) this.#firstRows.push(Array.from({ length: width }, (_, at) => this.#row[at] ?? ''));
    for (const [at, builder] of this.#builders) builder.push(this.#row[at] ?? '');
    this.#rows++;
    if (this.#rows > this.most.rows)
      throw this.#wrong(`has more than ${count(this.most.rows)} rows, which is more than are read; keep fewer`);
    if (this.#rows * this.#builders.size > this.most.cells)
      throw this.#wrong(
        `has more than ${count(this.most.cells)} numbers in the ${this.#builders.size} columns of this model, which is more than are read; keep fewer rows, or name fewer columns`,
      );
  }

  #wrong(what: string): Unreadable {
    return new Unreadable(`${quote(this.name)} ${what}.`);
  }
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/**
 * A sparse matrix by its rows: row i has the entries from `start[i]` up to `start[i + 1]`, each column at most once. Its columns are the
 * coordinates of the continuous elements of a model, counted through.
 */
export interface Rows {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** The identity on `size` coordinates, of which the first has column `first`. */
export function identityRows(first: number, size: number): Rows {
  const start = new Int32Array(size + 1);
  const column = new Int32Array(size);
  const value = new Float64Array(size).fill(1);
  for (let i = 0; i < size; i++) {
    start[i + 1] = i + 1;
    column[i] = first + i;
  }
  return { start, column, value };
}

/** Puts a sparse matrix together row by row, each a linear combination of other rows. */
export class RowBuilder {
  private readonly start = [0];
  private readonly column: number[] = [];
  private readonly value: number[] = [];
  /** Where each column stands in the open row; made when a second row comes in. */
  private readonly place = new Map<number, number>();
  private sources = 0;

  /** Adds `factor` times a row to the open row. */
  add(rows: Rows | null, row: number, factor = 1): void {
    if (rows === null || factor === 0) return;
    const [from, to] = [rows.start[row]!, rows.start[row + 1]!];
    if (from === to) return;
    if (this.sources === 1) this.index();
    this.sources++;
    for (let i = from; i < to; i++) {
      const column = rows.column[i]!;
      const at = this.sources === 1 ? undefined : this.place.get(column);
      const value = factor * rows.value[i]!;
      if (at !== undefined) {
        this.value[at]! += value;
        continue;
      }
      if (this.sources > 1) this.place.set(column, this.column.length);
      this.column.push(column);
      this.value.push(value);
    }
  }

  private index(): void {
    for (let i = this.start.at(-1)!; i < this.column.length; i++) this.place.set(this.column[i]!, i);
  }

  /** Ends the open row and begins the next. */
  close(): void {
    this.start.push(this.column.length);
    this.place.clear();
    this.sources = 0;
  }

  /** @returns null where no row has an entry */
  finish(): Rows | null {
    if (this.column.length === 0) return null;
    return {
      start: Int32Array.from(this.start),
      column: Int32Array.from(this.column),
      value: Float64Array.from(this.value),
    };
  }
}

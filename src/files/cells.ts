/** A cell as a whole, enough of it to show what it is like, or nothing. */
export type Wanted = 'all' | 'beginning' | 'nothing';

/** Characters of a beginning. */
const longestBeginning = 100;

/** What hears of the cells of a table, in the order of the file. */
export interface CellSink {
  /** What anybody wants to know of a cell of the row under way; columns are counted from 0. */
  wants(column: number): Wanted;
  /** What was wanted of a cell, as it is written but for its quotes. */
  cell(column: number, text: string): void;
  /** The end of a row. @param blank whether nothing stands in any of its cells */
  row(cells: number, blank: boolean): void;
}

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quotationMark = 34;
const hardSpace = 160;

type State = 'before' | 'plain' | 'quoted' | 'behindQuote';

/**
 * Cuts text into rows and cells, slice after slice: cells are parted by a delimiter, rows by the end of a line, and a cell
 * that begins with a quotation mark goes on to the next single one. Takes time in proportion to the text, and keeps
 * nothing but the cell under way, and that only where it is wanted.
 */
export class CellScanner {
  readonly #sink: CellSink;
  readonly #delimiter: number;
  readonly #longest: number;
  #state: State = 'before';
  #column = 0;
  #wanted: Wanted;
  #cell = '';
  #blank = true;
  #problem: 'quotes' | 'length' | null = null;

  /**
   * @param delimiter one character
   * @param longest characters of a cell that is wanted as a whole
   */
  constructor(sink: CellSink, delimiter: string, longest: number) {
    this.#sink = sink;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#longest = longest;
    this.#wanted = sink.wants(0);
  }

  /** What keeps it from going on: a quotation mark that is not closed or misplaced, a cell that is too long. */
  get problem(): 'quotes' | 'length' | null {
    return this.#problem;
  }

  take(text: string): void {
    for (let i = 0; i < text.length && this.#problem === null; ) {
      switch (this.#state) {
        case 'before':
          if (text.charCodeAt(i) === quotationMark) {
            this.#state = 'quoted';
            i++;
          } else this.#state = 'plain';
          break;
        case 'plain':
          i = this.#plain(text, i);
          break;
        case 'quoted':
          i = this.#quoted(text, i);
          break;
        case 'behindQuote':
          this.#behindQuote(text, i);
          i++;
      }
    }
  }

  /** The text has ended. */
  finish(): void {
    if (this.#state === 'quoted') this.#problem ??= 'quotes';
    if (this.#problem === null && (this.#column > 0 || this.#state !== 'before')) this.#endRow();
  }

  #plain(text: string, from: number): number {
    let to = from;
    for (; to < text.length; to++) {
      const char = text.charCodeAt(to);
      if (char === this.#delimiter || char === lineFeed || char === carriageReturn) break;
      if (char > space && char !== hardSpace) this.#blank = false;
    }
    this.#add(text, from, to);
    if (to === text.length) return to;
    this.#end(text.charCodeAt(to));
    return to + 1;
  }

  #quoted(text: string, from: number): number {
    const at = text.indexOf('"', from);
    const to = at < 0 ? text.length : at;
    if (this.#blank && text.slice(from, to).trim() !== '') this.#blank = false;
    this.#add(text, from, to);
    if (at >= 0) this.#state = 'behindQuote';
    return at < 0 ? to : to + 1;
  }

  #behindQuote(text: string, at: number): void {
    const char = text.charCodeAt(at);
    if (char === quotationMark) {
      this.#blank = false;
      this.#add(text, at, at + 1);
      this.#state = 'quoted';
    } else if (char === this.#delimiter || char === lineFeed || char === carriageReturn) this.#end(char);
    else if (char !== space && char !== hardSpace) this.#problem = 'quotes';
  }

  #add(text: string, from: number, to: number): void {
    if (this.#wanted === 'nothing') return;
    if (this.#wanted === 'beginning') {
      this.#cell += text.slice(from, Math.min(to, from + longestBeginning - this.#cell.length));
    } else if (this.#cell.length + to - from > this.#longest) this.#problem = 'length';
    else this.#cell = this.#cell === '' ? text.slice(from, to) : this.#cell + text.slice(from, to);
  }

  #end(char: number): void {
    if (this.#problem !== null) return;
    if (char !== this.#delimiter) this.#endRow();
    else {
      this.#endCell();
      this.#wanted = this.#sink.wants(this.#column);
    }
  }

  #endRow(): void {
    this.#endCell();
    const cells = this.#column;
    const blank = this.#blank;
    this.#column = 0;
    this.#blank = true;
    this.#sink.row(cells, blank);
    this.#wanted = this.#sink.wants(0);
  }

  #endCell(): void {
    if (this.#wanted !== 'nothing') this.#sink.cell(this.#column, this.#cell);
    this.#cell = '';
    this.#column++;
    this.#state = 'before';
  }
}

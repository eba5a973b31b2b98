/**
 * One column of a data file. Finite numbers lie side by side; what else stands in cells is kept once for each different
 * text, so that millions of rows take eight bytes each, or twelve where some are no numbers.
 */
export class Column {
  /**
   * @param numbers one for each row, NaN where the cell is no finite number
   * @param words the different texts of the other cells, in the order of their first rows; '' for an empty cell
   * @param wordOf for each row the position in `words`, counted from 1, 0 for a number; null where all cells are numbers
   * @param low the smallest number, Infinity where there is none
   * @param high the largest number, -Infinity where there is none
   * @param whole whether all numbers are whole
   */
  constructor(
    readonly numbers: Float64Array<ArrayBuffer>,
    readonly words: readonly string[],
    private readonly wordOf: Uint32Array | null,
    readonly low: number,
    readonly high: number,
    readonly whole: boolean,
  ) {}

  get length(): number {
    return this.numbers.length;
  }

  /** What stands in a cell that is no finite number; null where it is one. */
  word(row: number): string | null {
    const word = this.wordOf?.[row] ?? 0;
    return word === 0 ? null : this.words[word - 1]!;
  }
}

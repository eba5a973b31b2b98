/**
 * How much is read of the files that a model names: enough for what can be drawn and fitted while one waits, and little
 * enough that no file takes the editor down. The language reference states the same numbers.
 */
export const limits = {
  /** Bytes of a data file. */
  tableBytes: 100_000_000,
  rows: 5_000_000,
  /** Columns that a data file may have. */
  columns: 100_000,
  /** Numbers in the columns that a model names: rows times columns. */
  cells: 20_000_000,
  /** Characters of a name of a column, or of a cell in a column that the model names. */
  cellLength: 100_000,
  /** Different texts that are told apart in a column. */
  words: 65_536,
  /** Bytes of a file with trained weights. */
  weightsBytes: 200_000_000,
  /** Bytes of the header of such a file, which names its tensors. */
  headerBytes: 10_000_000,
  /** Bytes of a model on the command line. */
  modelBytes: 20_000_000,
  /** Bytes of evidence or points on the command line. */
  jsonBytes: 100_000_000,
} as const;

/** Bytes as people say them: `1,200 MB`, `3.2 kB`. */
export function bytesInWords(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kB', bytes / 1e3] : ['MB', bytes / 1e6];
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}

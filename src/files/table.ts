import Papa from 'papaparse';
import type { DataFile } from '../language/analysis';
import { decodeUtf8 } from '../model/utf8';

/** Bytes of the largest data file that is read: the whole of it stays in memory, in the editor and in the preview. */
export const largestTable = 20 * 1024 * 1024;

/**
 * Reads comma-separated text (or tabs, semicolons, bars: the delimiter is found) whose first row names the columns.
 * Short rows are filled with empty cells, blank lines are left out, blanks around cells are dropped.
 *
 * @param name the file, for messages.
 */
export function readTable(text: string, name: string): DataFile {
  const missing = (reason: string): DataFile => ({ kind: 'missing', reason });
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const quotes = parsed.errors.find((error) => error.type === 'Quotes');
  if (quotes) return missing(`"${name}" has an unclosed or misplaced quotation mark in row ${(quotes.row ?? 0) + 1}.`);

  const [header, ...rows] = parsed.data.map((row) => row.map((cell) => cell.trim()));
  if (!header) return missing(`"${name}" is empty; its first row should name the columns.`);
  const repeated = header.find((column, i) => header.indexOf(column) < i);
  if (repeated !== undefined) return missing(`"${name}" has two columns named "${repeated}"; rename one.`);
  const long = rows.findIndex((row) => row.length > header.length);
  if (long >= 0)
    return missing(
      `Row ${long + 2} of "${name}" has ${rows[long]!.length} cells, and its first row names ${header.length} columns.`,
    );

  const columns = new Map(header.map((column, i) => [column, rows.map((row) => row[i] ?? '')]));
  return { kind: 'table', columns };
}

/** The same from the bytes of a file, which must be UTF-8. */
export function readTableBytes(bytes: Uint8Array, name: string): DataFile {
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'missing', reason: `"${name}" is not UTF-8 text; save it as UTF-8.` };
  return readTable(text, name);
}

export function tooLarge(name: string, bytes: number, limit: number): string {
  const megabytes = (count: number) => `${Math.round(count / 1024 / 1024).toLocaleString('en')} MB`;
  return `"${name}" has ${megabytes(bytes)}, and at most ${megabytes(limit)} are read; keep the columns and rows that the model needs.`;
}

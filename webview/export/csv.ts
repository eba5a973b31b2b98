/** A table to be written: numbers, texts, and null for what is not known. */
export type CsvCell = number | string | null;

/**
 * A table as comma-separated values by RFC 4180: a header line, lines that end with CR LF, and quotation marks around
 * what has a comma, a quotation mark or a line break in it.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(quoted).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * A number in the fewest digits that read back as the same number; `Infinity`, `-Infinity` and `NaN` by name, as
 * NumPy, pandas, R and Julia read them.
 */
export function csvNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  return typeof value === 'number' ? csvNumber(value) : quoted(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

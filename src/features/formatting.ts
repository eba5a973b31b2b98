import type { Analysis } from '../language/analysis';
import type { Edit } from '../language/syntax/diagnostic';
import { align } from './format/align';
import { setBetween, setInside } from './format/breaks';
import { editsOf, piecesOf } from './format/layout';
import { alignTables, tablesOf } from './format/tables';

/**
 * The edits that set a text well: one statement a line, spaces round operators, signs of neighbouring statements in one
 * column, rows of a `case` indented and in columns. Only white space changes, comments stay where they are, and statements
 * that could not be read are left alone. Formatting the result changes nothing.
 */
export function formatting(analysis: Analysis, newline = '\n'): Edit[] {
  const pieces = piecesOf(analysis);
  const tables = tablesOf(analysis);
  setBetween(pieces);
  setInside(pieces, tables);
  alignTables(pieces, tables);
  align(pieces);
  return editsOf(analysis, pieces, newline);
}

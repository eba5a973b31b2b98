import type { Identifier, StringLiteral } from './tree';

/** The name of a column of a data file, which is a name or, where it is no name, a string. */
export function columnName(column: Identifier | StringLiteral): string {
  return column.kind === 'Identifier' ? column.text : column.value;
}

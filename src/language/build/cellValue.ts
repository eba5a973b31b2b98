import type { Column } from '../../model/column';
import type { ValueType } from '../../model/type';
import { labelCode } from '../types/casePattern';

/** The number that a cell of a data file stands for: a category's code, 1 and 0 for `true` and `false`; NaN where it stands for none. */
export function cellValue(column: Column, row: number, type: ValueType | null): number {
  const word = column.word(row);
  return word === null ? column.numbers[row]! : wordValue(word, type);
}

/** The same of a cell that is no number. Labels are names, so that none looks like a number. */
export function wordValue(word: string, type: ValueType | null): number {
  const code = type?.labels === undefined ? 0 : labelCode(word, type.labels);
  if (code > 0) return code;
  if (type?.kind === 'boolean') {
    const lower = word.toLowerCase();
    if (lower === 'true') return 1;
    if (lower === 'false') return 0;
  }
  return Number.NaN;
}

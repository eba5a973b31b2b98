import type { Column } from '../../model/column';
import type { ValueType } from '../../model/type';
import { cellValue, wordValue } from '../build/cellValue';
import { dataTarget } from '../check/dataTarget';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import type { Definition } from '../names/scope';
import { columnName } from '../syntax/columnName';
import type { DataStatement } from '../syntax/tree';
import { leavesOf, observationsOf, observedValue } from '../types/constantRows';
import { contains, type Range, reals, union } from '../types/range';

/** Data that is no number, or that the variable cannot be. Only a warning: the model itself is well. */
export const dataValues: Rule = {
  code: 'data-values',
  statement: {
    Data: (statement, check) => {
      const target = dataTarget(statement, check.scope);
      const definition = statement.name && check.scope.globals.get(statement.name.text);
      if (target === null || !definition) return;
      const range = supportOf(definition, check);
      if (statement.value) checkInline(statement, target.type, target.shape.length, range, check);
      else checkFile(statement, target.type, range, check);
    },
  },
};

/** Where the draws of a variable lie, by all of its definitions. */
function supportOf({ statements }: Definition, check: Check): Range {
  let support: Range | null = null;
  for (const statement of statements) {
    const info = statement.kind === 'Variable' ? check.inference.info(statement.distribution) : null;
    if (info?.sort !== 'distribution') return reals;
    support = support ? union(support, info.range) : info.range;
  }
  return support ?? reals;
}

function checkInline({ name, value }: DataStatement, type: ValueType, rank: number, range: Range, check: Check): void {
  for (const [row, observation] of observationsOf(value!, rank).entries()) {
    for (const leaf of leavesOf(observation)) {
      const number = observedValue(leaf, type);
      if (number === null || isPossible(number, type, range)) continue;
      const message = `${outside(check.text.slice(leaf.span.start, leaf.span.end), name!.text, type, range)} (row ${row + 1}).`;
      check.report({ span: leaf.span, severity: 'warning', message });
      return;
    }
  }
}

function checkFile({ name, file, columns }: DataStatement, type: ValueType, range: Range, check: Check): void {
  const table = file && check.files.get(file.value);
  if (table?.kind !== 'table' || !columns) return;
  for (const column of columns) {
    const header = columnName(column);
    const cells = table.columns.get(header);
    if (!cells) continue;
    const row = firstImpossible(cells, type, range);
    if (row === null) continue;
    const number = cellValue(cells, row, type);
    const cell = cells.word(row) ?? String(number);
    const where = `Row ${row + 1} of ${code(header)}`;
    const message = Number.isFinite(number)
      ? `${where}: ${outside(cell, name!.text, type, range)}.`
      : cell === ''
        ? `${where} is empty.`
        : `${where} is ${code(cell)}, which is ${type.labels ? 'no category' : 'no number'} of ${code(name!.text)}.`;
    check.report({ span: column.span, severity: 'warning', message });
  }
}

/** What was found of a column, by what it was held against: the text is checked at every key, and the file does not change. */
const found = new WeakMap<Column, Map<string, number | null>>();

/** The first row of a column that is no value of a variable; null where all are. */
function firstImpossible(column: Column, type: ValueType, range: Range): number | null {
  const key = JSON.stringify([type, String(range.low), String(range.high), range.lowOpen, range.highOpen]);
  const known = found.get(column) ?? new Map<string, number | null>();
  found.set(column, known);
  let row = known.get(key);
  if (row === undefined) {
    row = fits(column, type, range) ? null : search(column, type, range);
    known.set(key, row);
  }
  return row;
}

/** Whether all values are possible, told without looking at each: by the least, the largest and the different words. */
function fits(column: Column, type: ValueType, range: Range): boolean {
  const { low, high, whole, words } = column;
  if (low <= high && !(contains(range, low) && contains(range, high) && (whole || type.kind === 'real'))) return false;
  return words.every((word) => isPossible(wordValue(word, type), type, range));
}

function search(column: Column, type: ValueType, range: Range): number | null {
  for (let row = 0; row < column.length; row++) if (!isPossible(cellValue(column, row, type), type, range)) return row;
  return null;
}

function isPossible(number: number, type: ValueType, range: Range): boolean {
  return Number.isFinite(number) && contains(range, number) && (type.kind === 'real' || Number.isInteger(number));
}

function outside(value: string, name: string, type: ValueType, range: Range): string {
  const start = `${code(value)} cannot be a value of ${code(name)}`;
  if (type.kind === 'boolean') return `${start}, which is true or false`;
  if (type.labels) return `${start}, which has ${type.count} categories`;
  const whole = type.kind === 'real' ? '' : 'whole numbers ';
  return `${start}, which takes ${whole || 'numbers '}${rangeInWords(range)}`.trimEnd();
}

function rangeInWords({ low, high, lowOpen, highOpen }: Range): string {
  const above = `${lowOpen ? 'above' : 'from'} ${low}`;
  const below = `${highOpen ? 'below' : 'up to'} ${high}`;
  if (low === Number.NEGATIVE_INFINITY) return high === Number.POSITIVE_INFINITY ? 'only' : below;
  return high === Number.POSITIVE_INFINITY ? above : `${above} ${below}`;
}

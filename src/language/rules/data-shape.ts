import { type DataTarget, dataTarget } from '../check/dataTarget';
import type { Check, Rule } from '../check/rule';
import { code, count, list } from '../check/wording';
import type { DataStatement, Expression } from '../syntax/tree';
import { depthOf, leavesOf, observationsOf, observedValue } from '../types/constantRows';

/** Inline data whose observations are not like the variable's draws, or the wrong number of columns. */
export const dataShape: Rule = {
  code: 'data-shape',
  statement: {
    Data: (statement, check) => {
      const target = dataTarget(statement, check.scope);
      if (target === null) return;
      if (statement.value) checkInline(statement.value, target, check);
      else if (statement.columns) checkColumns(statement, target, check);
    },
  },
};

function checkColumns({ columns, name }: DataStatement, { size }: DataTarget, check: Check): void {
  if (!columns || columns.length === 0 || columns.length === size) return;
  const span = { start: columns[0]!.span.start, end: columns.at(-1)!.span.end };
  const has = `One draw of ${code(name!.text)} is ${count(size, 'number')}`;
  check.report({
    span,
    message: `${has}, and here ${columns.length === 1 ? 'is 1 column' : `are ${columns.length} columns`}.`,
  });
}

function checkInline(value: Expression, target: DataTarget, check: Check): void {
  const { shape, size, name, type } = target;
  const rows = observationsOf(value, shape.length);
  for (const row of rows) {
    const problem = shapeProblem(row, shape);
    if (problem) {
      const wanted = shape.length === 0 ? 'one value' : `${count(size, 'value')} in brackets`;
      const message = `An observation of ${code(name)} is ${wanted}, and this is ${problem}.`;
      check.report({ span: row.span, message });
      return;
    }
  }
  for (const leaf of leavesOf(value)) {
    if (leaf.kind === 'Hole' || observedValue(leaf, type) !== null) continue;
    const text = code(check.text.slice(leaf.span.start, leaf.span.end));
    const values = type.labels ? `a label: ${list(type.labels.slice(0, 8), 'or')}` : 'a number, or `true` or `false`';
    check.report({ span: leaf.span, message: `${text} is no observation; write ${values}.` });
    return;
  }
}

/** What an observation is instead of the wanted shape; null where it has it. */
function shapeProblem(row: Expression, shape: readonly number[]): string | null {
  const [length, ...rest] = shape;
  if (length === undefined) {
    return row.kind === 'Vector' ? `a list of ${row.items.length}` : null;
  }
  if (row.kind === 'Hole') return null;
  if (row.kind !== 'Vector') return 'a single value';
  if (row.items.length !== length)
    return depthOf(row) > shape.length ? 'nested too deeply' : `a list of ${row.items.length}`;
  for (const item of row.items) {
    const problem = shapeProblem(item, rest);
    if (problem) return rest.length === 0 ? 'nested too deeply' : problem;
  }
  return null;
}

import { callsNetwork } from '../check/callsNetwork';
import type { Check, Rule } from '../check/rule';
import { code, kindInWords } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { literalInteger } from '../syntax/literal';
import type { Reference, ViewStatement } from '../syntax/tree';
import { holdsDistribution } from '../types/distributionIn';

/** A view of something that is not plotted, or over no range. */
export const viewRange: Rule = {
  code: 'view-range',
  statement: {
    View: (statement, check) => {
      if (statement.target && checkTarget(statement.target, check)) checkRange(statement, check);
    },
  },
};

function checkTarget({ name, index, span }: Reference, check: Check): boolean {
  const definition = check.scope.globals.get(name.text);
  if (definition === undefined) return false;
  if (!isVariable(definition)) {
    const message = `${code(name.text)} is ${kindInWords(definition.kind)}; a view is of a variable.`;
    check.report({ span: name.span, message });
    return false;
  }
  if (index === null || definition.type === null) return true;
  const coordinates = definition.type.shape;
  const number = literalInteger(index);
  if (number !== null && coordinates.length === 1 && number >= 1 && number <= coordinates[0]!) return true;
  const message =
    coordinates.length === 0
      ? `${code(name.text)} has one range for all; write ${code(`view ${name.text} in …`)}.`
      : `The coordinates of ${code(name.text)} count from 1 to ${coordinates[0]}.`;
  const fixes =
    coordinates.length === 0
      ? [{ title: 'Remove the index', edits: [{ span: { start: name.span.end, end: span.end }, text: '' }] }]
      : [];
  check.report({ span: index.span, message, fixes });
  return false;
}

function checkRange({ range }: ViewStatement, check: Check): void {
  if (range.kind === 'Hole' || holdsDistribution(range, check.scope)) return;
  const info = check.inference.value(range);
  const items = range.kind === 'Vector' ? range.items : [];
  if (items.some(({ kind }) => kind === 'Hole')) return;
  const values = items.map((item) => check.inference.value(item));
  if (items.length !== 2 || (info && info.type.shape.length !== 1)) {
    check.report({
      span: range.span,
      message: `The range of a view is two numbers in brackets, such as ${code('[-5, 5]')}.`,
    });
    return;
  }
  const unknown = items.find((item, i) => values[i]?.constant === null || callsNetwork(item, check.scope));
  if (unknown !== undefined) {
    const message = `The ends of a view must be known from the text alone, without a network or a table; write numbers, such as ${code('[-5, 5]')}.`;
    check.report({ span: unknown.span, message });
    return;
  }
  const [low, high] = values.map((value) => value?.constant?.[0]);
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high) || low < high) return;
  const text = (position: number) => check.text.slice(items[position]!.span.start, items[position]!.span.end);
  const edits = [
    { span: items[0]!.span, text: text(1) },
    { span: items[1]!.span, text: text(0) },
  ];
  const fixes = low > high ? [{ title: 'Swap the ends', edits }] : [];
  check.report({
    span: range.span,
    message: `A view runs from a lower to a higher number, and this is ${low} to ${high}.`,
    fixes,
  });
}

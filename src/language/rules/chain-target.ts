import type { Check, Rule } from '../check/rule';
import { code, insert } from '../check/wording';
import { literalInteger } from '../syntax/literal';
import type { VariableStatement } from '../syntax/tree';

/** A definition over a `for` that names no element, or names an element without a `for`. */
export const chainTarget: Rule = {
  code: 'chain-target',
  statement: {
    Variable: (statement, check) => {
      const { target, loop } = statement;
      if (target === null) return;
      if (loop === null && target.index !== null) reportAlone(statement, check);
      else if (loop?.variable) reportLoop(statement, loop.variable.text, check);
    },
  },
};

function reportAlone({ target, distribution }: VariableStatement, check: Check): void {
  const index = target!.index!;
  if (index.kind === 'Hole') return;
  const number = literalInteger(index);
  if (number !== null) {
    if (number >= 1) return;
    check.report({
      span: index.span,
      message: `Indices count from 1; ${code(written(target!.span, check))} cannot be.`,
    });
  } else if (index.kind === 'Name' && !check.scope.globals.has(index.text)) {
    const range = `for ${index.text} in 1..10`;
    const message = `${code(index.text)} has no range; end the statement with one, such as ${code(range)}.`;
    const fixes = [insert(distribution.span.end, ` ${range}`, `Add ${code(range)}`)];
    check.report({ span: index.span, message, fixes });
  } else {
    check.report({
      span: index.span,
      message: 'The index of what is defined is a whole number, or the index of a `for`.',
    });
  }
}

function reportLoop({ target }: VariableStatement, variable: string, check: Check): void {
  const name = target!.name;
  const wanted = `${name.text}[${variable}]`;
  const index = target!.index;
  if (index?.kind === 'Hole' || (index?.kind === 'Name' && index.text === variable)) return;
  const message = `A definition over ${code(`for ${variable}`)} defines ${code(wanted)}.`;
  const fixes = [{ title: `Change to ${code(wanted)}`, edits: [{ span: target!.span, text: wanted }] }];
  check.report({ span: target!.span, message, fixes });
}

function written(span: { start: number; end: number }, check: Check): string {
  return check.text.slice(span.start, span.end);
}

import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { affine } from '../names/affine';
import { isVariable } from '../names/dependencies';
import { loopOf } from '../names/references';
import { type Definition, isChain } from '../names/scope';
import type { Expression, Statement } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';

/** A chain without an index, or with one that is not known before anything is drawn. */
export const chainIndex: Rule = {
  code: 'chain-index',
  statement: {
    Variable: (statement, check) => {
      for (const { name, index, span } of statement.parents ?? []) {
        const definition = check.scope.definedAt.get(name);
        if (definition === undefined || !isVariable(definition) || !isChain(definition)) continue;
        if (index === null) reportWhole(definition, span, check);
        else reportIndex(index, statement, check);
      }
    },
  },
  expression: {
    Index: ({ base, index }, check, { statement }) => {
      const definition = base.kind === 'Name' ? check.scope.definedAt.get(base) : undefined;
      if (definition && isVariable(definition) && isChain(definition)) reportIndex(index, statement, check);
    },
    Name: (name, check, { statement, position }) => {
      const definition = check.scope.definedAt.get(name);
      if (definition === undefined || !isVariable(definition) || !isChain(definition)) return;
      if (position === 'element' || statement.kind === 'Network' || statement.kind === 'Param') return;
      const isListed =
        statement.kind === 'Variable' &&
        statement.parents?.some((parent) => parent.index === null && parent.name.text === name.text);
      if (!isListed) reportWhole(definition, name.span, check);
    },
  },
};

function reportWhole(definition: Definition, span: Expression['span'], check: Check): void {
  const name = definition.name;
  const [first, last] = definition.range ?? [1, 2];
  const message = `${code(name)} is a chain; say which of its elements, from ${code(`${name}[${first}]`)} to ${code(`${name}[${last}]`)}.`;
  check.report({ span, message });
}

function reportIndex(index: Expression, statement: Statement, check: Check): void {
  const loop = statement.kind === 'Variable' ? loopOf(statement) : null;
  if (affine(index, loop) !== null) return;
  if (check.inference.value(index) === null && !usesDefinition(index, check)) return;
  const implied = index.kind === 'Name' && check.scope.definedAt.get(index)?.kind === 'loop';
  if (implied) return;
  const advice = loop === null ? 'whole numbers' : `whole numbers and ${code(loop)}`;
  check.report({
    span: index.span,
    message: `The index of a chain is made of ${advice} with ${code('+')}, ${code('-')} and ${code('*')}.`,
  });
}

/** An index without a value has its message elsewhere, but for one whose value hangs on the chain that it is an index of. */
function usesDefinition(index: Expression, { scope }: Check): boolean {
  let found = false;
  forEachExpression(index, (part) => {
    const definition = part.kind === 'Name' ? scope.definedAt.get(part) : undefined;
    found ||= definition !== undefined && definition.kind !== 'loop';
  });
  return found;
}

import type { Check, Rule } from '../check/rule';
import { code, kindInWords } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { type Definition, isChain } from '../names/scope';
import type { Statement } from '../syntax/tree';

/** Two definitions of one name. */
export const repeatedDefinition: Rule = {
  code: 'repeated-definition',
  statement: {
    Network: (statement, check) => {
      const seen = new Map<string, (typeof statement.args)[number]>();
      for (const argument of statement.args) {
        const first = seen.get(argument.text);
        if (first === undefined) seen.set(argument.text, argument);
        else {
          const message = `The network has two arguments called ${code(argument.text)}; rename one.`;
          check.report({ span: argument.span, message, related: [{ span: first.span, message: 'First here.' }] });
        }
      }
    },
  },
  tree: (check) => {
    for (const definition of check.scope.globals.values()) {
      if (definition.statements.length > 1) reportRepeats(definition, check);
    }
  },
};

function reportRepeats(definition: Definition, check: Check): void {
  const [firstSpan, ...spans] = definition.spans;
  const [first, ...others] = definition.statements;
  for (const [position, statement] of others.entries()) {
    if (isPartOfChain(definition, statement)) continue;
    const span = spans[position]!;
    const message = `${code(definition.name)} is defined already, as ${kindInWords(kindOf(first!))}; rename one of the two.`;
    check.report({ span, message, related: [{ span: firstSpan!, message: 'First defined here.' }] });
  }
}

function isPartOfChain(definition: Definition, statement: Statement): boolean {
  if (!isVariable(definition) || !isChain(definition)) return false;
  return (
    statement.kind === 'Variable' && statement.role === definition.kind && (statement.target?.index ?? null) !== null
  );
}

function kindOf(statement: Statement): Definition['kind'] {
  if (statement.kind === 'Variable') return statement.role;
  return statement.kind === 'Param' ? 'param' : statement.kind === 'Let' ? 'let' : 'network';
}

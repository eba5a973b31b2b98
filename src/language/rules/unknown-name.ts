import type { Check, Rule } from '../check/rule';
import { code, suggest } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { isFamily, isFunction } from '../names/lookup';
import type { Identifier, Name, Statement } from '../syntax/tree';

/** A name that nothing in the text defines. */
export const unknownName: Rule = {
  code: 'unknown-name',
  statement: {
    Variable: (statement, check) => {
      for (const { name } of statement.parents ?? []) reportVariable(name, check, () => true, 'no variable');
    },
    Data: ({ name }, check) => {
      if (name) reportVariable(name, check, (kind) => kind === 'observed', 'no observed variable');
    },
    View: ({ target }, check) => {
      if (target) reportVariable(target.name, check, () => true, 'no variable');
    },
  },
  expression: {
    Name: (name, check, { statement, position }) => {
      if (position !== 'number' || check.scope.definedAt.has(name) || isFamily(name.text)) return;
      report(name, check, statement);
    },
  },
};

function reportVariable(name: Identifier, check: Check, fits: (kind: string) => boolean, nothing: string): void {
  if (check.scope.globals.has(name.text)) return;
  const { hint, fixes } = suggest(name.text, variables(check, fits), name.span, check.suggestions);
  check.report({ span: name.span, message: `There is ${nothing} ${code(name.text)}.${hint}`, fixes });
}

function report(name: Name, check: Check, statement: Statement): void {
  if (isFunction(name.text)) {
    const message = `${code(name.text)} is a function: call it, as in ${code(`${name.text}(…)`)}.`;
    check.report({ span: name.span, message });
    return;
  }
  const { hint, fixes } = suggest(name.text, candidates(check, statement), name.span, check.suggestions);
  const advice = hint === '' ? ` Define it, for example as ${code(`param ${name.text} = 1`)}.` : hint;
  check.report({ span: name.span, message: `Nothing defines ${code(name.text)}.${advice}`, fixes });
}

function* variables(check: Check, fits: (kind: string) => boolean): Generator<string> {
  for (const definition of check.scope.globals.values()) {
    if (isVariable(definition) && fits(definition.kind)) yield definition.name;
  }
}

function* candidates(check: Check, statement: Statement): Generator<string> {
  for (const { name } of check.scope.localsOf.get(statement) ?? []) yield name;
  const mayBeRandom = statement.kind === 'Let' || statement.kind === 'Variable';
  for (const definition of check.scope.globals.values()) {
    if (definition.kind !== 'network' && (mayBeRandom || !isVariable(definition))) yield definition.name;
  }
  yield 'true';
  yield 'false';
}

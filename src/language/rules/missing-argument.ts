import { families } from '../../model/families';
import { functions } from '../../model/functions';
import { problemsOf } from '../check/callParameters';
import type { Check, Rule } from '../check/rule';
import { code, list, replace } from '../check/wording';
import { isLabelled } from '../names/arguments';
import { isFamily, isFunction } from '../names/lookup';
import type { Call, Name } from '../syntax/tree';
import { domainOf } from '../types/inferParam';

/** A call without one of the arguments that it needs. */
export const missingArgument: Rule = {
  code: 'missing-argument',
  statement: {
    Param: (statement, check) => {
      const { domain } = statement;
      if (domain === null || domainOf(statement) !== 'interval' || domain.args.length >= 2) return;
      check.report({
        span: domain.span,
        message: `${code('interval')} needs its two ends, as in ${code('interval(0, 1)')}.`,
      });
    },
  },
  expression: {
    Call: (call, check) => {
      const name = call.callee.text;
      const missing: string[] = [];
      for (const problem of problemsOf(call, check)) {
        if (problem.kind === 'missing') missing.push(code(problem.parameter));
      }
      if (missing.length > 0 && !hasSplitVector(call)) {
        const needs = `${code(name)} needs ${missing.length === 1 ? 'an argument for ' : 'arguments for '}${list(missing)}`;
        check.report({ span: call.callee.span, message: `${needs}${signature(name)}.` });
      } else if (isFunction(name) && !check.scope.definedAt.has(call.callee)) {
        const least = functions[name].shape === 'dot' || functions[name].shape === 'matmul' ? 2 : 1;
        if (call.args.length >= least) return;
        check.report({
          span: call.callee.span,
          message: `${code(name)} needs its arguments: ${code(functions[name].signature)}.`,
        });
      }
    },
    Name: (name, check, { position }) => {
      if (position === 'distribution' && isFamily(name.text) && !check.scope.definedAt.has(name))
        reportName(name, check);
    },
  },
};

function reportName(name: Name, check: Check): void {
  check.report({
    span: name.span,
    message: `${code(name.text)} needs its arguments${signature(name.text)}.`,
    fixes: exampleOf(name).map((call) => replace(name.span, call, `Write ${code(call)}`)),
  });
}

/** The call in the catalogue's example, unless it uses a parent, which this model need not have. */
function exampleOf({ text }: Name): string[] {
  if (!isFamily(text)) return [];
  const { example } = families[text];
  return example.includes('|') ? [] : [example.slice(example.indexOf('~') + 1).trim()];
}

function signature(name: string): string {
  if (!isFamily(name)) return '';
  const { parameters } = families[name];
  const names = parameters.map(
    (parameter) => parameter.name + (parameter.default === undefined ? '' : ` = ${parameter.default}`),
  );
  return `, as in ${code(`${name}(${names.join(', ')})`)}`;
}

/** `Categorical(0.3, 0.7)`: the surplus argument is the mistake. */
function hasSplitVector(call: Call): boolean {
  return call.callee.text === 'Categorical' && isLabelled(call);
}

import type { Check, Rule } from '../check/rule';
import { code, insert } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';
import type { Expression } from '../syntax/tree';
import { holdsDistribution, mayBeDistribution } from '../types/distributionIn';

/** A number where a distribution is meant. */
export const distributionExpected: Rule = {
  code: 'distribution-expected',
  expression: {
    Number: report,
    Boolean: report,
    Vector: report,
    Unary: report,
    Index: report,
    Pipeline: report,
    Binary: (binary, check, site) => {
      if (!mayBeDistribution(binary, check.scope)) report(binary, check, site);
    },
    Name: (name, check, site) => {
      if (check.scope.definedAt.get(name)?.kind !== 'network' && check.scope.definedAt.has(name))
        report(name, check, site);
      else if (isFunction(name.text) && !check.scope.definedAt.has(name)) report(name, check, site);
    },
    Call: (call, check, site) => {
      const name = call.callee.text;
      if (isFamily(name)) return;
      if (isFunction(name) || check.scope.globals.get(name)?.kind === 'network') report(call, check, site);
    },
  },
};

function report(expression: Expression, check: Check, { position }: { readonly position: string }): void {
  // A distribution in the place of a number is said of that: it is what was meant to be drawn.
  if (position !== 'distribution' || holdsDistribution(expression, check.scope)) return;
  const fixes = [
    {
      title: 'Wrap in `Dirac(…)`',
      edits: [...insert(expression.span.start, 'Dirac(', '').edits, ...insert(expression.span.end, ')', '').edits],
    },
  ];
  const message = `Here a distribution is needed, such as ${code('Normal(0, 1)')}; a value that is certain is ${code('Dirac(…)')}.`;
  check.report({ span: expression.span, message, fixes });
}

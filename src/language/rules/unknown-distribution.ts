import { families } from '../../model/families';
import type { Check, Rule } from '../check/rule';
import { code, suggest } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';
import type { Identifier, Name } from '../syntax/tree';

/** A distribution that is not in the catalogue. */
export const unknownDistribution: Rule = {
  code: 'unknown-distribution',
  expression: {
    Call: ({ callee }, check, { position }) => {
      if (position !== 'distribution' || isFamily(callee.text)) return;
      if (isFunction(callee.text) || callee.text === 'dense' || check.scope.globals.has(callee.text)) return;
      report(callee, check);
    },
    Name: (name, check, { position }) => {
      if (position !== 'distribution' || isFamily(name.text) || isFunction(name.text)) return;
      if (!check.scope.definedAt.has(name)) report(name, check);
    },
  },
};

function report(name: Identifier | Name, check: Check): void {
  const { hint, fixes } = suggest(name.text, Object.keys(families), name.span, check.suggestions);
  const advice = hint === '' ? ' The language reference lists them all.' : hint;
  check.report({ span: name.span, message: `There is no distribution ${code(name.text)}.${advice}`, fixes });
}

import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isFamily } from '../names/lookup';
import type { Span } from '../syntax/span';

/** A distribution where a number is meant. */
export const numberExpected: Rule = {
  code: 'number-expected',
  expression: {
    Call: ({ callee, span }, check, { position }) => {
      if (position === 'number' && isFamily(callee.text)) report(callee.text, span, check);
    },
    Name: (name, check, { position }) => {
      if (position !== 'number' || check.scope.definedAt.has(name) || !isFamily(name.text)) return;
      report(name.text, name.span, check);
    },
  },
};

function report(name: string, span: Span, check: Check): void {
  const advice = `To use a draw of it, define ${code(`latent z ~ ${name}(…)`)} and write ${code('z')} here.`;
  check.report({ span, message: `${code(name)} is a distribution, and here a number is needed. ${advice}` });
}

import { fitMethods } from '../check/fit';
import type { Rule } from '../check/rule';
import { code, list, suggest } from '../check/wording';

/** A way of fitting that there is not. */
export const unknownMethod: Rule = {
  code: 'unknown-method',
  statement: {
    Fit: ({ method }, check) => {
      if (method === null || fitMethods.some((name) => name === method.text)) return;
      const { hint, fixes } = suggest(method.text, fitMethods, method.span, check.suggestions);
      const advice = hint === '' ? ` Choose from ${list(fitMethods)}.` : hint;
      check.report({ span: method.span, message: `There is no way of fitting ${code(method.text)}.${advice}`, fixes });
    },
  },
};

import { fitOptions, isFitOption } from '../check/fit';
import type { Rule } from '../check/rule';
import { code, list, suggest } from '../check/wording';

/** An option of `fit` that there is not. */
export const unknownOption: Rule = {
  code: 'unknown-option',
  statement: {
    Fit: ({ options }, check) => {
      for (const { name } of options) {
        if (isFitOption(name.text)) continue;
        const names = Object.keys(fitOptions);
        const { hint, fixes } = suggest(name.text, names, name.span, check.suggestions);
        const advice = hint === '' ? ` Choose from ${list(names)}.` : hint;
        check.report({ span: name.span, message: `${code('fit')} has no option ${code(name.text)}.${advice}`, fixes });
      }
    },
  },
};

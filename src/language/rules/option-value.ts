import { callsNetwork } from '../check/callsNetwork';
import { fitOptions, isFitOption } from '../check/fit';
import type { Rule } from '../check/rule';
import { code } from '../check/wording';

/** An option of `fit` with a value that it cannot have. */
export const optionValue: Rule = {
  code: 'option-value',
  statement: {
    Fit: ({ options }, check) => {
      for (const { name, value } of options) {
        const info = check.inference.info(value);
        if (!isFitOption(name.text) || info?.sort === 'distribution') continue;
        if (info === null && !callsNetwork(value, check.scope)) continue;
        const { whole, least, words } = fitOptions[name.text];
        const number = info?.type.shape.length === 0 && info.constant ? info.constant[0]! : Number.NaN;
        if (number >= least && number < Number.POSITIVE_INFINITY && (!whole || Number.isSafeInteger(number))) continue;
        check.report({ span: value.span, message: `${code(name.text)} must be ${words}.` });
      }
    },
  },
};

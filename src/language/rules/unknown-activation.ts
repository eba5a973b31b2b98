import { activations } from '../../model/activations';
import type { Rule } from '../check/rule';
import { code, list, suggest } from '../check/wording';
import { denseParameters, matchArguments } from '../names/arguments';
import { isActivation } from '../types/dense';

/** A `dense` layer whose activation is none. */
export const unknownActivation: Rule = {
  code: 'unknown-activation',
  expression: {
    Call: (call, check) => {
      if (call.callee.text !== 'dense') return;
      const activation = matchArguments(denseParameters, call.args).values[1]?.value;
      if (activation === undefined || activation.kind === 'Hole') return;
      const names = Object.keys(activations);
      if (activation.kind === 'Name') {
        if (isActivation(activation.text)) return;
        const { hint, fixes } = suggest(activation.text, names, activation.span, check.suggestions);
        const advice = hint === '' ? ` Choose from ${list(names)}.` : hint;
        check.report({
          span: activation.span,
          message: `There is no activation ${code(activation.text)}.${advice}`,
          fixes,
        });
      } else {
        check.report({ span: activation.span, message: `The activation of a layer is a name: ${list(names, 'or')}.` });
      }
    },
  },
};

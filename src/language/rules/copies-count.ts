import type { Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { literalNumber } from '../syntax/literal';
import { mayBeDistribution } from '../types/distributionIn';
import { isCount, mostCopies } from '../types/inferDistribution';

/** `D^n` where n is not a positive whole number written out. */
export const copiesCount: Rule = {
  code: 'copies-count',
  expression: {
    Binary: (binary, check, { position }) => {
      const { right } = binary;
      if (position !== 'distribution' || right.kind === 'Hole' || !mayBeDistribution(binary, check.scope)) return;
      const number = literalNumber(right);
      if (number !== null && isCount(number)) return;
      const message =
        number !== null && number > mostCopies
          ? `A distribution can be copied ${count(mostCopies, 'time')} at most; this asks for ${number.toLocaleString('en')}.`
          : `The number of copies is a whole number of at least 1, written out, as in ${code('Normal(0, 1)^2')}.`;
      check.report({ span: right.span, message });
    },
  },
};

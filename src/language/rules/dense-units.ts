import type { Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { denseParameters, matchArguments } from '../names/arguments';
import { literalNumber } from '../syntax/literal';
import { isUnits, mostUnits } from '../types/dense';

/** A layer whose number of units is not a positive whole number written out. */
export const denseUnits: Rule = {
  code: 'dense-units',
  expression: {
    Call: (call, check) => {
      if (call.callee.text !== 'dense') return;
      const units = matchArguments(denseParameters, call.args).values[0]?.value;
      if (units === undefined || units.kind === 'Hole') return;
      const number = literalNumber(units);
      if (number !== null && isUnits(number)) return;
      const message =
        number !== null && number > mostUnits
          ? `A layer can have ${count(mostUnits, 'unit')} at most; this one has ${number.toLocaleString('en')}.`
          : `The units of a layer are a whole number of at least 1, written out, as in ${code('dense(16)')}.`;
      check.report({ span: units.span, message });
    },
  },
};

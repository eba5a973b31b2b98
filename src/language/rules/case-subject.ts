import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { shapeInWords } from '../types/valueType';

/** A `case` over something that has no list of values. */
export const caseSubject: Rule = {
  code: 'case-subject',
  expression: {
    Case: ({ subjects }, check) => {
      for (const subject of subjects) {
        const type = check.inference.value(subject)?.type;
        if (type === undefined || (type.kind !== 'real' && type.shape.length === 0)) continue;
        const text = code(check.text.slice(subject.span.start, subject.span.end));
        const is = type.shape.length > 0 ? `is ${shapeInWords(type.shape)}` : 'can be any real number';
        const message = `${text} ${is}; a ${code('case')} looks up a category, true or false, or a whole number.`;
        check.report({ span: subject.span, message });
      }
    },
  },
};

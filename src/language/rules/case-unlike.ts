import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import type { Expression } from '../syntax/tree';
import { drawsInWords } from '../types/draws';
import type { DistributionInfo, Info } from '../types/info';
import { isNumeric, joinsWith, sameCategories, sameShape } from '../types/valueType';

/** Rows of a `case` that cannot be rows of one table. */
export const caseUnlike: Rule = {
  code: 'case-unlike',
  expression: {
    Case: ({ rows }, check) => {
      let first: { info: Info; value: Expression } | null = null;
      for (const { value } of rows) {
        const info = check.inference.info(value);
        if (info === null) continue;
        const problem: string | null = first && unlike(first.info, info);
        if (first && problem) {
          check.report({
            span: value.span,
            message: problem,
            related: [{ span: first.value.span, message: 'An earlier row.' }],
          });
          return;
        }
        const isFirst = first === null || (first.info.sort === 'distribution' && first.info.point);
        if (isFirst) first = { info, value };
      }
    },
  },
};

/** What keeps two rows apart, as a sentence; other rules speak of shapes, and of values among distributions. */
function unlike(a: Info, b: Info): string | null {
  if (a.sort !== b.sort || !sameShape(a.type.shape, b.type.shape)) return null;
  const alike =
    a.sort === 'distribution'
      ? joinsWith(a, b as DistributionInfo)
      : (isNumeric(a.type) && isNumeric(b.type)) || sameCategories(a.type, b.type);
  if (alike) return null;
  return `The rows of a ${code('case')} must be alike: this is ${drawsInWords(b.type)}, and before it was ${drawsInWords(a.type)}.`;
}

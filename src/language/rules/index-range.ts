import type { Check, Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { isChain } from '../names/scope';
import type { Expression } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';

/** An index beyond the end of what it picks from. */
export const indexRange: Rule = {
  code: 'index-range',
  expression: {
    Index: ({ base, index }, check) => {
      const definition = base.kind === 'Name' ? check.scope.definedAt.get(base) : undefined;
      if (definition && isChain(definition)) return;
      const length = check.inference.value(base)?.type.shape[0];
      const info = check.inference.value(index);
      if (length === undefined || info?.type.shape.length !== 0 || info.type.kind !== 'integer') return;
      const { low, high } = info.range;
      if (low >= 1 && high <= length) return;
      const wrong = high > length ? high : low;
      const text = check.text.slice(index.span.start, index.span.end);
      const has = `${code(check.text.slice(base.span.start, base.span.end))} has ${count(length, 'element')}`;
      const certain = info.constant !== null || high < 1 || low > length || isOverLoop(index, check);
      const reaches =
        info.constant === null
          ? `${code(text)} can be ${Number.isFinite(wrong) ? wrong : 'any whole number'}`
          : `${wrong} is out of range`;
      const message = `${reaches}: ${has}, counted from 1.`;
      check.report({ span: index.span, severity: certain ? 'error' : 'warning', message });
    },
  },
};

/** Every value of a loop's index comes up. */
function isOverLoop(index: Expression, check: Check): boolean {
  let loops = true;
  forEachExpression(index, (part) => {
    if (part.kind === 'Name') loops &&= check.scope.definedAt.get(part)?.kind === 'loop';
    else loops &&= part.kind === 'Binary' || part.kind === 'Unary' || part.kind === 'Number';
  });
  return loops;
}

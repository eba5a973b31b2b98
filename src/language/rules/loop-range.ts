import type { Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { literalInteger } from '../syntax/literal';

/** More elements than this in one chain are refused. */
export const longestChain = 10_000;

/** A `for` whose range is not one of indices from 1 up. */
export const loopRange: Rule = {
  code: 'loop-range',
  statement: {
    Variable: ({ loop }, check) => {
      if (loop === null) return;
      for (const bound of [loop.from, loop.to]) {
        if (bound.kind === 'Hole') return;
        if (literalInteger(bound) !== null) continue;
        check.report({
          span: bound.span,
          message: 'The range of a `for` runs between two whole numbers, such as `2..20`.',
        });
        return;
      }
      const [from, to] = [literalInteger(loop.from)!, literalInteger(loop.to)!];
      const span = { start: loop.from.span.start, end: loop.to.span.end };
      const edits = [
        { span: loop.from.span, text: String(to) },
        { span: loop.to.span, text: String(from) },
      ];
      if (from < 1) check.report({ span: loop.from.span, message: 'Indices count from 1.' });
      else if (from > to) {
        const message = `The range ${code(`${from}..${to}`)} is empty: its end is below its start.`;
        check.report({ span, message, fixes: to < 1 ? [] : [{ title: 'Swap the ends', edits }] });
      } else if (to > longestChain) {
        const message = `A chain can have ${count(longestChain, 'element')} at most; this one ends at ${to.toLocaleString('en')}.`;
        check.report({ span: loop.to.span, message });
      }
    },
  },
};

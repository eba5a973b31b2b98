import { findCycle } from '../check/cycles';
import type { Rule } from '../check/rule';
import { code } from '../check/wording';

/** A longer circle is cut in the middle. */
const mostNamed = 8;

/** Definitions that need themselves. */
export const cycle: Rule = {
  code: 'cycle',
  tree: (check) => {
    for (const group of check.groups) {
      if (!group.cyclic) continue;
      const found = findCycle(group, check);
      if (found === null) continue;
      const { path, places } = found;
      const [first, ...others] = places;
      const alone = path.length === 2;
      const message = alone
        ? `${code(path[0]!)} depends on itself: ${code(shorten(path))}.`
        : `These depend on each other in a circle: ${code(shorten(path))}. Take out one of the arrows.`;
      const related = others
        .slice(0, mostNamed)
        .map(({ name, span }) => ({ span, message: `${code(name)} is in the circle.` }));
      check.report({ span: first!.span, message, related });
    }
  },
};

function shorten(path: readonly string[]): string {
  const names = path.length > mostNamed ? [...path.slice(0, mostNamed - 3), '…', ...path.slice(-2)] : path;
  return names.join(' → ');
}

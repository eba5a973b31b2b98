import { findCycle } from '../cycles';
import type { Rule } from '../rule';
import { code } from '../wording';

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
        ? `${code(path[0]!)} depends on itself: ${code(path.join(' → '))}.`
        : `These depend on each other in a circle: ${code(path.join(' → '))}. Take out one of the arrows.`;
      const related = others.map(({ name, span }) => ({ span, message: `${code(name)} is in the circle.` }));
      check.report({ span: first!.span, message, related });
    }
  },
};

import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { sizeOf } from '../types/valueType';

/** A variable of more numbers than this is refused. */
export const mostNumbers = 1_000_000;

/** A variable that is too large to be drawn. */
export const tooLarge: Rule = {
  code: 'too-large',
  tree: (check) => {
    for (const definition of check.scope.globals.values()) {
      const { type, range, name, spans } = definition;
      if (!isVariable(definition) || type === null) continue;
      const elements = range === null ? 1 : range[1] - range[0] + 1;
      const size = sizeOf(type.shape) * elements;
      if (size <= mostNumbers) continue;
      const message = `One draw of ${code(name)} would hold ${size.toLocaleString('en')} numbers; ${mostNumbers.toLocaleString('en')} is the most.`;
      check.report({ span: spans[0]!, message });
    }
  },
};

import type { Rule } from '../check/rule';
import { code, kindInWords, replace } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { isChain } from '../names/scope';
import { removeParent } from './parents-unused';

/** A parent that is no random variable, or one of its coordinates. */
export const parentNotVariable: Rule = {
  code: 'parent-not-variable',
  statement: {
    Variable: (statement, check) => {
      for (const [position, parent] of (statement.parents ?? []).entries()) {
        const definition = check.scope.definedAt.get(parent.name);
        if (definition === undefined) continue;
        const name = code(definition.name);
        if (!isVariable(definition)) {
          const advice =
            definition.kind === 'let' ? 'list the random variables that it uses' : 'take it out of the list';
          const message = `${name} is ${kindInWords(definition.kind)}, and parents are random variables; ${advice}.`;
          const fixes = [removeParent(statement, position, `Remove ${name} from the parents`)];
          check.report({ span: parent.span, message, fixes });
        } else if (parent.index && !isChain(definition)) {
          const message = `${name} is a parent as a whole, not by its elements; write ${name}.`;
          check.report({ span: parent.span, message, fixes: [replace(parent.span, definition.name)] });
        }
      }
    },
  },
};

import type { Rule } from '../check/rule';
import { isEveryNameUsed } from '../check/unused';
import { code, kindInWords } from '../check/wording';
import { isReserved } from './reserved-name';

/** A parameter, let or network that nothing uses. */
export const unusedDefinition: Rule = {
  code: 'unused-definition',
  tree: (check) => {
    const { scope, tree } = check;
    if (isEveryNameUsed(check)) return;
    const used = new Set<unknown>();
    for (const statement of tree.statements) {
      const own = statement.kind === 'Let' || statement.kind === 'Network' ? statement.name?.text : undefined;
      for (const definition of scope.usedBy.get(statement) ?? []) if (definition.name !== own) used.add(definition);
    }
    for (const definition of scope.globals.values()) {
      const { kind, name, spans } = definition;
      if ((kind !== 'param' && kind !== 'let' && kind !== 'network') || used.has(definition) || isReserved(definition))
        continue;
      check.report({ span: spans[0]!, severity: 'hint', message: `Nothing uses ${code(name)}, ${kindInWords(kind)}.` });
    }
  },
};

import type { Rule } from '../check/rule';
import { isEveryNameUsed } from '../check/unused';
import { code } from '../check/wording';

/** A latent variable on which nothing depends. */
export const unusedLatent: Rule = {
  code: 'unused-latent',
  tree: (check) => {
    const { scope, tree } = check;
    if (isEveryNameUsed(check)) return;
    const used = new Set<string>();
    for (const statement of tree.statements) {
      if (statement.kind !== 'Variable' && statement.kind !== 'Let') continue;
      const own = statement.kind === 'Variable' ? statement.target?.name.text : undefined;
      for (const { name } of scope.usedBy.get(statement) ?? []) if (name !== own) used.add(name);
    }
    for (const definition of scope.globals.values()) {
      if (definition.kind !== 'latent' || used.has(definition.name)) continue;
      const message = `Nothing depends on ${code(definition.name)}; use it in another variable, or take it out.`;
      check.report({ span: definition.spans[0]!, severity: 'warning', message });
    }
  },
};

import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { isChain } from '../names/scope';
import { drawsInWords } from '../types/draws';
import { joinsWith } from '../types/valueType';

/** Definitions of one chain whose draws are of different kinds. */
export const chainUnlike: Rule = {
  code: 'chain-unlike',
  tree: (check) => {
    for (const definition of check.scope.globals.values()) {
      if (!isVariable(definition) || !isChain(definition) || definition.statements.length < 2) continue;
      const [first, ...others] = definition.statements;
      if (first?.kind !== 'Variable') continue;
      const wanted = check.inference.info(first.distribution);
      if (wanted?.sort !== 'distribution') continue;
      for (const statement of others) {
        const info = statement.kind === 'Variable' ? check.inference.info(statement.distribution) : null;
        if (statement.kind !== 'Variable' || info?.sort !== 'distribution') continue;
        if (joinsWith(wanted, info)) continue;
        const message = `The elements of ${code(definition.name)} must be alike: here it is ${drawsInWords(info.type)}, and before ${drawsInWords(wanted.type)}.`;
        const related = [{ span: first.distribution.span, message: 'Before, here.' }];
        check.report({ span: statement.distribution.span, message, related });
      }
    }
  },
};

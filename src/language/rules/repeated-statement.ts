import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import type { Statement } from '../syntax/tree';

/** A second statement of a sort that a file has one of. */
export const repeatedStatement: Rule = {
  code: 'repeated-statement',
  tree: (check) => {
    const seen = new Map<string, Statement>();
    for (const statement of check.tree.statements) {
      const what = whatIsStated(statement);
      if (what === null) continue;
      const first = seen.get(what);
      if (first === undefined) seen.set(what, statement);
      else if (!statement.broken) {
        const message = `There is ${code(what)} already; keep one of the two.`;
        check.report({ span: statement.keyword, message, related: [{ span: first.keyword, message: 'First here.' }] });
      }
    }
  },
};

function whatIsStated(statement: Statement): string | null {
  switch (statement.kind) {
    case 'Model':
      return 'model';
    case 'Weights':
      return 'weights';
    case 'Fit':
      return 'fit';
    case 'Data':
      return statement.name && `data ${statement.name.text}`;
    case 'View': {
      const { target } = statement;
      const index = target?.index;
      return target && `view ${target.name.text}${index?.kind === 'Number' ? `[${index.value}]` : ''}`;
    }
    default:
      return null;
  }
}

import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import type { Fix } from '../syntax/diagnostic';
import type { VariableStatement } from '../syntax/tree';

/** A parent that the right-hand side does not use. */
export const parentsUnused: Rule = {
  code: 'parents-unused',
  statement: {
    Variable: (statement, check) => {
      if (statement.parents === null || hidesUses(statement, check)) return;
      const parents = check.references.parentsOf(statement);
      const uses = check.references.usesOf(statement);
      if (uses.some(({ key }) => key === null)) return;
      const used = new Set(uses.map(({ key }) => key));
      const misnamed = check.references.misnamedParents(statement);
      const seen = new Set<string>();
      for (const { key, written, reference, position } of parents) {
        if (key === null || used.has(key) || seen.has(key)) continue;
        seen.add(key);
        if (misnamed.has(key)) continue;
        const name = code(statement.target?.name.text ?? '');
        const message = `${code(written)} is a parent of ${name}, but the right-hand side does not use it.`;
        const fixes = [removeParent(statement, position, `Remove ${code(written)} from the parents`)];
        check.report({ span: reference.span, severity: 'warning', message, fixes });
      }
      reportRepeats(statement, check);
    },
  },
};

/** A name that nothing defines, here or in a let, may well be where a parent is meant. */
function hidesUses(statement: VariableStatement, { scope }: Check): boolean {
  return scope.unresolved.has(statement) || scope.hasUnresolvedLet;
}

function reportRepeats(statement: VariableStatement, check: Check): void {
  const parents = check.references.parentsOf(statement);
  if (parents.length < 2) return;
  const seen = new Set<string>();
  for (const { key, written, reference, position } of parents) {
    if (key === null) continue;
    if (seen.has(key)) {
      const message = `${code(written)} is listed twice among the parents.`;
      const fixes = [removeParent(statement, position, `Remove the second ${code(written)}`)];
      check.report({ span: reference.span, severity: 'warning', message, fixes });
    }
    seen.add(key);
  }
}

/** Takes a parent out of the list, and the `|` with the last one. */
export function removeParent(statement: VariableStatement, position: number, title: string): Fix {
  const parents = statement.parents ?? [];
  const parent = parents[position]!;
  const [before, after] = [parents[position - 1], parents[position + 1]];
  const span = before
    ? { start: before.span.end, end: parent.span.end }
    : after
      ? { start: parent.span.start, end: after.span.start }
      : { start: statement.target!.span.end, end: statement.parentsSpan!.end };
  return { title, edits: [{ span, text: '' }] };
}

import type { Check, Rule } from '../check/rule';
import { code, insert, replace } from '../check/wording';
import type { VariableUse } from '../names/references';
import type { Fix } from '../syntax/diagnostic';
import type { VariableStatement } from '../syntax/tree';
import { firstOutside } from './undefined-element';

/** A variable that the right-hand side uses and the list of parents does not name. */
export const parentsUnlisted: Rule = {
  code: 'parents-unlisted',
  statement: {
    Variable: (statement, check) => {
      const { target } = statement;
      const parents = check.references.parentsOf(statement);
      const strangers = (statement.parents?.length ?? 0) > parents.length;
      if (target === null || strangers || parents.some(({ key }) => key === null)) return;
      const uses = check.references.usesOf(statement);
      if (uses.every(({ key }) => parents.some((parent) => parent.key === key))) return;
      const listed = new Set(parents.map(({ key }) => key));
      const misnamed = check.references.misnamedParents(statement);
      for (const use of uses) {
        if (use.key === null || listed.has(use.key) || use.key === target.name.text) continue;
        listed.add(use.key);
        if (isOutside(use, statement, check)) continue;
        const other =
          misnamed.size === 0
            ? undefined
            : parents.find(({ definition, key }) => definition === use.definition && key !== null && misnamed.has(key));
        if (other && isOutside(other, statement, check)) continue;
        if (other) reportOther(use, other, check);
        else report(use, statement, check);
      }
    },
  },
};

/** An element that there is not is a mistake by itself. */
function isOutside({ index, definition }: VariableUse, statement: VariableStatement, check: Check): boolean {
  if (index === null || definition.range === null) return false;
  return firstOutside(index, statement, definition.range, check) !== null;
}

function report(use: VariableUse, statement: VariableStatement, check: Check): void {
  const { target, parents, parentsSpan } = statement;
  const through = use.through ? ` through ${code(use.through.name)}` : '';
  const message = `${code(use.written)} is used here${through} but is not among the parents of ${code(target!.name.text)}.`;
  const title = `Add ${code(use.written)} to the parents`;
  const fix =
    parents === null || parentsSpan === null
      ? insert(target!.span.end, ` | ${use.written}`, title)
      : insert(parentsSpan.end, `, ${use.written}`, title);
  check.report({ span: use.span, message, fixes: [fix] });
}

/** `z[t]` listed and `z[t-1]` used is one mistake. */
function reportOther(use: VariableUse, listed: VariableUse, check: Check): void {
  const message = `${code(use.written)} is used here, but the parents name ${code(listed.written)}.`;
  const fixes: Fix[] = [replace(listed.span, use.written, `Change the parent to ${code(use.written)}`)];
  check.report({ span: use.span, message, fixes, related: [{ span: listed.span, message: 'The parent.' }] });
}

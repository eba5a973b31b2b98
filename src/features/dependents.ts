import type { Analysis, Defined } from '../language/analysis';

/**
 * Everything that depends on one of the names, directly or through other names; a name itself only where it depends on
 * one of them, too. Time: one pass over the uses of the text.
 */
export function dependents(analysis: Analysis, ...names: readonly string[]): Set<Defined> {
  const users = directUsers(analysis);
  const found = new Set<Defined>();
  const open = names.flatMap((name) => analysis.symbols.globals.get(name) ?? []);
  for (let next = open.pop(); next; next = open.pop()) {
    for (const user of users.get(next) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      open.push(user);
    }
  }
  return found;
}

/** For each name, the names in whose statements it is used. */
function directUsers({ tree, symbols }: Analysis): Map<Defined, Set<Defined>> {
  const definedBy = new Map(
    [...symbols.globals.values()].flatMap((defined) => defined.statements.map((statement) => [statement, defined])),
  );
  const users = new Map<Defined, Set<Defined>>();
  let at = 0;
  for (const { span, defined } of symbols.uses) {
    while ((tree.statements[at + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const user = definedBy.get(tree.statements[at]!);
    if (!user) continue;
    const known = users.get(defined);
    if (known) known.add(user);
    else users.set(defined, new Set([user]));
  }
  return users;
}

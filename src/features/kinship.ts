import type { Analysis, Defined } from '../language/analysis';
import type { Statement } from '../language/syntax/tree';

/** The names in the parent lists of a variable's statements, each once, in their order; the variable's own past left out. */
export function parentNames(defined: Defined): string[] {
  return [...new Set(defined.statements.flatMap(listed))].filter((name) => name !== defined.name);
}

/** The names of the variables that list this one as a parent, in the order of the text. */
export function childNames(analysis: Analysis, defined: Defined): string[] {
  const names = analysis.tree.statements.flatMap((statement) =>
    statement.kind === 'Variable' && statement.target && listed(statement).includes(defined.name)
      ? [statement.target.name.text]
      : [],
  );
  return [...new Set(names)].filter((name) => name !== defined.name);
}

/** The names in the parent list of one statement. */
export function listed(statement: Statement): string[] {
  return statement.kind === 'Variable' ? (statement.parents ?? []).map(({ name }) => name.text) : [];
}

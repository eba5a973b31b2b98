import { columnName } from '../language/syntax/columnName';
import type { Tree } from '../language/syntax/tree';

/** The files that a model speaks of, by their paths as written. */
export interface NamedFiles {
  /** And the columns that it names of each. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** And the networks whose weights it can want of each. */
  readonly weights: ReadonlyMap<string, ReadonlySet<string>>;
}

export function namedFiles(tree: Tree): NamedFiles {
  const tables = new Map<string, Set<string>>();
  const networks = new Set<string>();
  const weights = new Map<string, ReadonlySet<string>>();
  for (const statement of tree.statements) {
    if (statement.kind === 'Network' && statement.name) networks.add(statement.name.text);
    if (statement.kind === 'Weights' && statement.file) weights.set(statement.file.value, networks);
    if (statement.kind !== 'Data' || !statement.file) continue;
    const columns = tables.get(statement.file.value) ?? new Set<string>();
    tables.set(statement.file.value, columns);
    for (const column of statement.columns ?? []) columns.add(columnName(column));
  }
  return { tables, weights };
}

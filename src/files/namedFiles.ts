import type { Tree } from '../language/tree';

/** The files that a model speaks of, by their paths as written. */
export interface NamedFiles {
  readonly tables: ReadonlySet<string>;
  readonly weights: ReadonlySet<string>;
}

export function namedFiles(tree: Tree): NamedFiles {
  const tables = new Set<string>();
  const weights = new Set<string>();
  for (const statement of tree.statements) {
    if (statement.kind === 'Data' && statement.file) tables.add(statement.file.value);
    if (statement.kind === 'Weights' && statement.file) weights.add(statement.file.value);
  }
  return { tables, weights };
}

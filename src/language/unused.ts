import type { Check } from './rule';

/**
 * Whether every name has to count as used: what could not be read, and a name that nothing defines, may well be where
 * another one is used, as in the observed variable of a model that has none yet.
 */
export function isEveryNameUsed({ tree, scope }: Check): boolean {
  const isComplete = [...scope.globals.values()].some(({ kind }) => kind === 'observed');
  return !isComplete || scope.unresolved.size > 0 || tree.statements.some(({ broken }) => broken);
}

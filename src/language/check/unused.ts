import type { Check } from './rule';

/**
 * Whether every name has to count as used: what could not be read, and a name that nothing defines, may well be where
 * another one is used, as in the observed variable of a model that has none yet.
 */
export function isEveryNameUsed({ tree, scope }: Check): boolean {
  if (scope.unresolved.size > 0 || tree.statements.some(({ broken }) => broken)) return true;
  for (const { kind } of scope.globals.values()) if (kind === 'observed') return false;
  return true;
}

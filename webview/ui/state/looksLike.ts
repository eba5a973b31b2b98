import type { State } from './state';

/** What the engine is asked about; it is seen once it has been answered. */
const unseen: readonly (keyof State)[] = ['model', 'generation', 'asked', 'caret'];

/** Whether a panel in one state looks like it does in the other. */
export function looksLike(one: State, other: State): boolean {
  if ((one.model === null) !== (other.model === null)) return false;
  return (Object.keys(one) as (keyof State)[]).every((key) => unseen.includes(key) || Object.is(one[key], other[key]));
}

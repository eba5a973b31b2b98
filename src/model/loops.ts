import type { Definition } from './model';

/** The values of the indices of chains by their names, which may be any: a map, for an object has names of its own. */
export type Loops = ReadonlyMap<string, number>;

export const noLoops: Loops = new Map();

/** What the index of a definition is called and is, at one element; none for a single variable. */
export function loopsAt({ loop }: Definition, index: number | null): Loops {
  return loop === null || index === null ? noLoops : new Map([[loop, index]]);
}

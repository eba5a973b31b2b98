import type { Definition, Distribution, FamilyCall, Structure } from '../../src/model/model';
import { chosenRow } from './chosenRow';
import type { Reading } from './reading';

/** The definition of a variable, or of one element of a chain; null where there is none. */
export function definitionOf(structure: Structure, name: string, index: number | null): Definition | null {
  const variable = structure.variables.find((one) => one.name === name);
  const found = variable?.definitions.find(({ range }) =>
    range === null || index === null ? range === null && index === null : range[0] <= index && index <= range[1],
  );
  return found ?? null;
}

/** The family that a distribution comes down to for one component, with the path into its arguments; null where the states do not decide it. */
export function familyOf(
  distribution: Distribution,
  path: readonly number[],
  reading: Reading,
): { readonly call: FamilyCall; readonly path: readonly number[] } | null {
  switch (distribution.kind) {
    case 'family':
      return { call: distribution, path };
    case 'copies':
      // Every copy has the same parameters.
      return familyOf(distribution.base, path.slice(1), reading);
    case 'table': {
      const chosen = chosenRow(distribution, reading);
      return chosen === null ? null : familyOf(chosen, path, reading);
    }
  }
}

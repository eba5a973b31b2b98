import type { Structure, Variable } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';

type Part = readonly [kind: ValueType['kind'], parents: readonly string[], range?: readonly [number, number]];

/**
 * A structure with these variables, in this order. A variable without parents is latent by its name's being a parent of
 * another; one that nobody depends on is observed.
 */
export function structureOf(parts: Readonly<Record<string, Part>>): Structure {
  const used = new Set(Object.values(parts).flatMap(([, parents]) => parents));
  const variables = Object.entries(parts).map(([name, [kind, parents, range]]): Variable => {
    const type: ValueType = { kind, shape: [] };
    const own = range === undefined ? null : range;
    return {
      name,
      role: used.has(name) ? 'latent' : 'observed',
      type,
      range: own,
      definitions: [
        {
          range: own,
          loop: own === null ? null : 't',
          parents: parents.map((parent) => ({ name: parent, index: null })),
          distribution: { kind: 'family', family: 'Normal', args: {}, type },
        },
      ],
    };
  });
  return { params: [], lets: [], networks: [], variables };
}

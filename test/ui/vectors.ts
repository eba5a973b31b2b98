import type { Structure, Variable } from '../../src/model/model';
import type { ValueType } from '../../src/model/type';

/** A structure of normal vectors without parents; a length of 1 stands for a scalar. */
export function vectorsOf(
  parts: Readonly<Record<string, readonly [role: Variable['role'], length: number]>>,
): Structure {
  const variables = Object.entries(parts).map(([name, [role, length]]): Variable => {
    const type: ValueType = { kind: 'real', shape: length === 1 ? [] : [length] };
    const distribution = { kind: 'family' as const, family: 'Normal' as const, args: {}, type };
    return { name, role, type, range: null, definitions: [{ range: null, loop: null, parents: [], distribution }] };
  });
  return { params: [], lets: [], networks: [], variables };
}

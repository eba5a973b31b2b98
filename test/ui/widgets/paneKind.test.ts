import { expect, it } from 'vitest';
import type { Structure } from '../../../src/model/model';
import { definitionOf } from '../../../webview/ui/widgets/paneKind';
import { structureOf } from '../structures';

it('finds the definition that says how an element of a chain is distributed', () => {
  const [z] = structureOf({ z: ['real', [], [1, 20]] }).variables;
  const definition = z?.definitions[0];
  if (z === undefined || definition === undefined) throw new Error('no chain');
  const structure: Structure = {
    ...structureOf({ x: ['real', []] }),
    variables: [
      {
        ...z,
        definitions: [
          { ...definition, range: [1, 1] },
          { ...definition, range: [2, 20] },
        ],
      },
      ...structureOf({ x: ['real', []] }).variables,
    ],
  };
  expect([1, 2, 20, null].map((index) => definitionOf(structure, 'z', index))).toEqual([0, 1, 1, 0]);
  expect(definitionOf(structure, 'x', null)).toBe(0);
  expect(definitionOf(structure, 'nobody', 3)).toBe(0);
});

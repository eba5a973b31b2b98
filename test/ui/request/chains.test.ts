import { expect, it } from 'vitest';
import { chainOf, chainsOf, fanAsides, seenElements } from '../../../webview/ui/request/chains';
import { initialState } from '../../../webview/ui/state/state';
import { structureOf } from '../structures';

const structure = structureOf({
  z: ['real', [], [1, 5]],
  k: ['category', ['z']],
  one: ['real', ['z'], [3, 3]],
  x: ['real', ['z', 'k'], [2, 5]],
});

it('chains are what has more than one element, the observed first', () => {
  expect(chainsOf(structure).map(({ label, coordinate, kind }) => [label, coordinate, kind])).toEqual([
    ['x[t]', null, 'real'],
    ['z[t]', null, 'real'],
  ]);
});

it('a chain of vectors is one by coordinate', () => {
  const variables = structure.variables.map((variable) => ({ ...variable, type: { ...variable.type, shape: [2] } }));
  expect(chainsOf({ ...structure, variables }).map(({ label, coordinate }) => [label, coordinate])).toEqual([
    ['x[t][1]', 1],
    ['x[t][2]', 2],
    ['z[t][1]', 1],
    ['z[t][2]', 2],
  ]);
});

it('the chosen chain is shown, or the first where the model has it not', () => {
  expect(chainOf({ fan: 'z[t]' }, structure)?.variable).toBe('z');
  expect(chainOf({ fan: 'w[t]' }, structure)?.variable).toBe('x');
  expect(chainOf({ fan: null }, structureOf({ x: ['real', []] }))).toBe(null);
});

it('the engine is asked while the fan is open, and only then', () => {
  const state = { ...initialState(null), fan: 'z[t]' };
  expect(fanAsides(state, structure)).toEqual([]);
  expect(fanAsides({ ...state, view: 'fan' }, structure)).toEqual([{ kind: 'fan', variable: 'z', coordinate: null }]);
  expect(fanAsides({ ...state, view: 'fan' }, structureOf({ x: ['real', []] }))).toEqual([]);
});

it('what was observed of a chain is known by index', () => {
  const evidence = [
    { variable: 'z', index: 2, values: [7, 8] },
    { variable: 'x', index: 2, values: [1] },
    { variable: 'z', index: null, values: [3] },
  ];
  expect(seenElements(evidence, 'z', null)).toEqual([{ index: 2, value: 7 }]);
  expect(seenElements(evidence, 'z', 2)).toEqual([{ index: 2, value: 8 }]);
});

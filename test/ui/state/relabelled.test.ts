// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Structure } from '../../../src/model/model';
import { receive } from '../../../webview/ui/request/events';
import { relabelled } from '../../../webview/ui/state/relabelled';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

/** y is a category with these names; without any, one of two that have none. */
function named(...labels: string[]): Structure {
  const structure = structureOf({ y: ['category', []], x: ['real', ['y']] });
  const type = {
    kind: 'category',
    shape: [],
    count: labels.length || 2,
    ...(labels.length > 0 && { labels }),
  } as const;
  const variables = structure.variables.map((variable) => (variable.name === 'y' ? { ...variable, type } : variable));
  return { ...structure, variables };
}

const of = (value: number) => ({ variable: 'y', index: null, values: [value] });
const state = {
  evidence: [of(2), { variable: 'x', index: null, values: [0.5] }],
  explored: { ...of(2), held: true },
};

describe('a value that has a name', () => {
  it('is the same name when the list of them is edited', () => {
    for (const [list, code] of [
      [named('orange', 'blue'), 1],
      [named('green', 'blue', 'orange'), 3],
      [named('blue', 'orange', 'red'), 2],
    ] as const) {
      const { evidence, explored } = relabelled(state, named('blue', 'orange'), list);
      expect(evidence).toEqual([of(code), state.evidence[1]]);
      expect(explored).toEqual({ ...of(code), held: true });
    }
  });

  it('is forgotten with its name, and the other values are not', () => {
    for (const list of [named('blue', 'red'), named(), structureOf({ y: ['real', []], x: ['real', ['y']] })]) {
      expect(relabelled(state, named('blue', 'orange'), list)).toEqual({
        evidence: [state.evidence[1]],
        explored: null,
      });
    }
  });

  it('that was a number is forgotten where it is none of the new type, and kept where it is', () => {
    const typed = (kind: 'real' | 'integer' | 'boolean') => structureOf({ y: [kind, []], x: ['real', ['y']] });
    const kept = (value: number, to: Structure) =>
      relabelled({ evidence: [of(value)], explored: null }, typed('real'), to).evidence;
    expect(kept(1.55, typed('boolean'))).toEqual([]);
    expect(kept(1.55, typed('integer'))).toEqual([]);
    expect(kept(1.55, named('blue', 'orange'))).toEqual([]);
    expect(kept(2, named('blue', 'orange'))).toEqual([]);
    expect(kept(2, named())).toEqual([of(2)]);
    expect(kept(3, named())).toEqual([]);
    expect(kept(1, typed('boolean'))).toEqual([of(1)]);
    expect(kept(4, typed('integer'))).toEqual([of(4)]);
    expect(kept(1.55, typed('real'))).toEqual([of(1.55)]);
  });

  it('stays while the text does not have its variable', () => {
    expect(relabelled(state, named('blue', 'orange'), structureOf({ x: ['real', []] }))).toEqual(state);
  });
});

it('values without names stay as they are', () => {
  expect(relabelled(state, named(), named()).evidence).toBe(state.evidence);
  expect(relabelled(state, named(), named('orange', 'blue'))).toEqual(state);
});

it('what was observed is asked for in the codes of a new text', () => {
  const shown = shownState();
  const before = { ...shown, model: { ...shown.model!, structure: named('blue', 'orange') }, evidence: [of(2)] };
  const text = { ...before.model, version: 5, structureKey: 'other', structure: named('orange', 'blue') };
  const { state: after, request } = receive(before, text);
  expect(request!.query.evidence).toEqual([of(1)]);
  expect(after.evidence).toEqual([of(1)]);
  // Another file has variables of its own.
  const other = receive({ ...before, uri: 'file:///b.lvm' }, { ...text, uri: 'file:///b.lvm' });
  expect(other.state.evidence).toEqual([of(2)]);
});

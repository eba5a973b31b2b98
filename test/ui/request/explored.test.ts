// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { explore, leaveLatent, stepLatent } from '../../../webview/ui/request/explored';
import type { State } from '../../../webview/ui/state/state';
import { choice, normalPrior, preview } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const at = (state: State) => state.explored?.values;
const z = choice('z');

/** A state whose latent variable is a vector of so many numbers. */
function vectorState(size: number, family: 'Normal' | 'Dirichlet' = 'Normal'): State {
  const state = shownState();
  const { model } = state;
  if (model === null) throw new Error('no model');
  const structure = structureOf({ z: ['real', []], x: ['real', ['z']] });
  const type = { kind: 'real', shape: [size] } as const;
  const variables = structure.variables.map((variable) =>
    variable.name === 'z'
      ? {
          ...variable,
          type,
          definitions: variable.definitions.map((each) => ({
            ...each,
            distribution: { kind: 'family', family, args: {}, type } as const,
          })),
        }
      : variable,
  );
  return { ...state, model: { ...model, structure: { ...structure, variables } } };
}

describe('going through the latent space', () => {
  it('asks for p(x | z) there', () => {
    const { state, request } = explore(shownState(), z, { x: 2, y: 0 }, true);
    expect(state.explored).toEqual({ variable: 'z', index: null, values: [2], held: true });
    expect(request?.query.asides).toEqual([
      { kind: 'conditional', latent: { variable: 'z', index: null }, values: [2] },
    ]);
  });

  it('asks once for one place, even when it is held after it was pointed at', () => {
    const first = explore(shownState(), z, { x: 2, y: 0 }, false).state;
    expect(explore(first, z, { x: 2, y: 0 }, false).request).toBe(null);
    const held = explore(first, z, { x: 2, y: 0 }, true);
    expect(held.request).toBe(null);
    expect(held.state.explored?.held).toBe(true);
  });

  it('is left', () => {
    const { state, request } = leaveLatent(explore(shownState(), z, { x: 2, y: 0 }, true).state);
    expect(state.explored).toBe(null);
    expect(request?.query.asides).toEqual([]);
    expect(leaveLatent(state).request).toBe(null);
  });

  it('moves both numbers of a plane', () => {
    expect(at(explore(vectorState(2), z, { x: 0.5, y: -1 }, true).state)).toEqual([0.5, -1]);
  });

  it('moves one coordinate, and leaves the others where they were put', () => {
    const [second, third] = [choice('z₂', 2), choice('z₃', 3)];
    const once = explore(vectorState(3), second, { x: 0.5, y: 0 }, true).state;
    expect(at(once)).toEqual([null, 0.5, null]);
    expect(at(explore(once, third, { x: 2, y: 0 }, true).state)).toEqual([null, 0.5, 2]);
  });

  it('moves one share of a whole, of which the others take what is left', () => {
    const once = explore(vectorState(3, 'Dirichlet'), choice('z₁', 1), { x: 0.5, y: 0 }, true).state;
    expect(at(explore(once, choice('z₂', 2), { x: 0.9, y: 0 }, true).state)).toEqual([null, 0.9, null]);
  });

  it('does nothing where the model has no such variable', () => {
    expect(explore(shownState(), choice('w'), { x: 1, y: 0 }, true).state.explored).toBe(null);
  });
});

describe('stepping', () => {
  it('goes through the states of a discrete variable, round and round', () => {
    let { state } = stepLatent(shownState(), 1);
    expect(at(state)).toEqual([1]);
    for (const expected of [2, 3, 1]) {
      state = stepLatent(state, 1).state;
      expect(at(state)).toEqual([expected]);
    }
    expect(at(stepLatent(state, -1).state)).toEqual([3]);
    expect(at(stepLatent(shownState(), -1).state)).toEqual([3]);
  });

  it('begins where a continuous prior is highest', () => {
    const state = { ...vectorState(1), shown: shownState({ prior: normalPrior() }).shown };
    const first = stepLatent(state, 1).state;
    expect(at(first)![0]).toBeCloseTo(0, 9);
    expect(at(stepLatent(first, 1).state)![0]).toBeGreaterThan(0);
  });

  it('does nothing without a latent variable', () => {
    const state = shownState({ ...preview(), prior: null });
    expect(stepLatent(state, 1).request).toBe(null);
  });
});

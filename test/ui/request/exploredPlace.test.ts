// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { conditionalAsides, exploredPlace } from '../../../webview/ui/request/exploredPlace';
import type { Explored } from '../../../webview/ui/state/state';
import { choice } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const explored: Explored = { variable: 'z', index: null, values: [0.5, null, 2], held: true };

describe('a place in the latent space', () => {
  it('is a place of the picture that shows it', () => {
    expect(exploredPlace({ choice: choice('z₁', 1) }, explored)).toEqual({ x: 0.5, y: 0 });
    expect(exploredPlace({ choice: choice('z₃', 3) }, explored)).toEqual({ x: 2, y: 0 });
    expect(exploredPlace({ choice: choice('z') }, { ...explored, values: [1, -1] })).toEqual({ x: 1, y: -1 });
  });

  it('is none in the picture of another variable, or of a coordinate that was not moved', () => {
    expect(exploredPlace({ choice: choice('w') }, explored)).toBe(null);
    expect(exploredPlace({ choice: choice('z₂', 2) }, explored)).toBe(null);
    expect(exploredPlace({ choice: choice('z') }, null)).toBe(null);
  });
});

describe('what the engine is asked', () => {
  const structure = structureOf({ z: ['real', []], x: ['real', ['z']] });
  const state = { ...shownState(), explored: { ...explored, values: [0.5] } };

  it('is p(x | z), while x is seen', () => {
    expect(conditionalAsides(state, structure)).toHaveLength(1);
    expect(conditionalAsides({ ...state, view: 'samples' }, structure)).toEqual([]);
    expect(conditionalAsides({ ...state, explored: null }, structure)).toEqual([]);
  });

  it('is nothing where the text has changed the variable under the reader', () => {
    expect(conditionalAsides(state, structureOf({ x: ['real', []] }))).toEqual([]);
    expect(conditionalAsides({ ...state, explored }, structure)).toEqual([]);
    const [first, ...rest] = structure.variables;
    const type = { kind: 'category', shape: [], count: 2 } as const;
    const categories = { ...structure, variables: [{ ...first!, type }, ...rest] };
    expect(conditionalAsides({ ...state, explored: { ...explored, values: [3] } }, categories)).toEqual([]);
    expect(conditionalAsides({ ...state, explored: { ...explored, values: [2] } }, categories)).toHaveLength(1);
  });
});

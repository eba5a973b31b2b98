// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { light, litComponent } from '../../../webview/ui/density/lit';
import type { State } from '../../../webview/ui/state/state';
import { counts, preview, twoBlobs } from '../../plots/fixtures';
import { shownState } from '../scenes';

const state = shownState();
const asked = state.shown!.asked;

describe('the component that stands out', () => {
  it('is the one that is pointed at, and needs no computing', () => {
    const step = light(state, 1);
    expect(step.request).toBeNull();
    expect(litComponent(step.state, preview(), asked)).toBe(1);
    expect(light(step.state, 1).state).toBe(step.state);
    expect(litComponent(light(step.state, null).state, preview(), asked)).toBeNull();
  });

  it('is that of the latent value where the reader is', () => {
    const there = (values: number[], variable = 'z'): State => ({
      ...state,
      explored: { variable, index: null, values, held: false },
    });
    expect(litComponent(there([2]), preview(), asked)).toBe(1);
    expect(litComponent(there([9]), preview(), asked)).toBeNull();
    expect(litComponent(there([2], 'k'), preview(), asked)).toBeNull();
  });

  it('is none where there are no components, or no longer as many', () => {
    expect(litComponent({ ...state, lit: 7 }, preview(), asked)).toBeNull();
    expect(litComponent({ ...state, lit: 0 }, preview({ observed: twoBlobs('x', 5) }), asked)).toBeNull();
    const alone = counts();
    const none = { ...alone, components: { ...alone.components, kind: 'none' as const, items: [] } };
    expect(litComponent({ ...state, lit: 0 }, preview({ observed: none }), asked)).toBeNull();
  });
});

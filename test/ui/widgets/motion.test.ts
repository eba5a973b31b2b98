// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialState } from '../../../webview/ui/state/state';
import { motionLength } from '../../../webview/ui/widgets/motion';

const state = initialState(null);
const withMotion = (animation: 'auto' | 'on' | 'off') => ({ ...state, settings: { ...state.settings, animation } });
const systemWants = (reduced: boolean) => vi.stubGlobal('matchMedia', () => ({ matches: reduced }));

describe('motion', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is over before its stage is, at any speed', () => {
    systemWants(false);
    expect(motionLength(state)).toBeCloseTo(490);
    expect(motionLength({ ...state, play: { ...state.play, speed: 4 } })).toBeCloseTo(122.5);
  });

  it('is what the reader wants, and otherwise what the system wants', () => {
    systemWants(true);
    expect(motionLength(withMotion('auto'))).toBe(0);
    expect(motionLength(withMotion('on'))).toBeGreaterThan(0);
    systemWants(false);
    expect(motionLength(withMotion('auto'))).toBeGreaterThan(0);
    expect(motionLength(withMotion('off'))).toBe(0);
  });
});

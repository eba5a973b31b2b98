import { describe, expect, it } from 'vitest';
import { cornerAsides, cornerSubject, cornerSubjects, shownChoices } from '../../../webview/ui/request/cornerSubjects';
import { noCornerChoice } from '../../../webview/ui/state/cornerChoice';
import { initialState } from '../../../webview/ui/state/state';
import { vectorsOf } from '../vectors';

const structure = vectorsOf({ z: ['latent', 8], x: ['observed', 3], y: ['observed', 1] });

describe('what a corner plot can be of', () => {
  it('is vectors, and all variables of a kind together', () => {
    expect(cornerSubjects(structure).map(({ label, choices }) => [label, choices.length])).toEqual([
      ['x', 3],
      ['all observed variables', 4],
      ['z', 8],
    ]);
    expect(cornerSubjects(vectorsOf({ x: ['observed', 1] }))).toEqual([]);
    expect(cornerSubjects(structure)).toBe(cornerSubjects(structure));
  });

  it('leaves out a pair as a plane', () => {
    const [only] = cornerSubjects(vectorsOf({ x: ['observed', 2] }));
    expect(only?.choices.map(({ label }) => label)).toEqual(['x₁', 'x₂']);
  });

  it('is the first where the chosen one is gone', () => {
    expect(cornerSubject({ ...noCornerChoice, subject: 'z' }, structure)?.label).toBe('z');
    expect(cornerSubject({ ...noCornerChoice, subject: 'w' }, structure)?.label).toBe('x');
  });
});

describe('the numbers that are shown', () => {
  const z = cornerSubject({ ...noCornerChoice, subject: 'z' }, structure)!;
  const labels = (picked: readonly string[]) =>
    shownChoices({ ...noCornerChoice, picked: new Map([['z', picked]]) }, z).map(({ label }) => label);

  it('are the first four, or those picked in the order of the vector, six at most', () => {
    expect(labels([])).toEqual(['z₁', 'z₂', 'z₃', 'z₄']);
    expect(labels(['z₇', 'z₂'])).toEqual(['z₂', 'z₇']);
    expect(labels(['z₁', 'z₂', 'z₃', 'z₄', 'z₅', 'z₆', 'z₇'])).toHaveLength(6);
    expect(labels(['z₂', 'gone'])).toEqual(['z₁', 'z₂', 'z₃', 'z₄']);
  });

  it('are asked for only while the plot is open', () => {
    const state = initialState(null);
    expect(cornerAsides(state, structure)).toEqual([]);
    const [aside] = cornerAsides({ ...state, view: 'corner' }, structure);
    expect(aside?.choices.map(({ label }) => label)).toEqual(['x₁', 'x₂', 'x₃']);
  });
});

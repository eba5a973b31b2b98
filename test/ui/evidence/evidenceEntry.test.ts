// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  beginEntry,
  changeEntry,
  endEntry,
  enterEvidence,
  forgetOne,
  observables,
  readValue,
} from '../../../webview/ui/evidence/evidenceEntry';
import type { State } from '../../../webview/ui/state/state';
import { choice } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { structureOf } from '../structures';

const real = { element: 'x', type: { kind: 'real', shape: [] } } as const;
const pair = { element: 'x', type: { kind: 'real', shape: [2] } } as const;
const colour = { element: 'c', type: { kind: 'category', shape: [], count: 2, labels: ['blue', 'orange'] } } as const;
const code = { element: 'c', type: { kind: 'category', shape: [], count: 3 } } as const;
const truth = { element: 'b', type: { kind: 'boolean', shape: [] } } as const;
const count = { element: 'n', type: { kind: 'integer', shape: [] } } as const;

describe('a value that is typed', () => {
  it('is read as it is written in a model', () => {
    expect(readValue(' 1.5 ', real)).toEqual([1.5]);
    expect(readValue('−2e-3', real)).toEqual([-0.002]);
    expect(readValue('(0.5, −1)', pair)).toEqual([0.5, -1]);
    expect(readValue('0.5 3', pair)).toEqual([0.5, 3]);
    expect(readValue('orange', colour)).toEqual([2]);
    expect(readValue('3', code)).toEqual([3]);
    expect(readValue('false', truth)).toEqual([0]);
    expect(readValue('12', count)).toEqual([12]);
  });

  it.each([
    ['', real, 'such as 1.5'],
    ['1,5', real, '“1,5” is not a number'],
    ['Infinity', real, 'is not a number'],
    ['1', pair, 'x has 2 numbers, and 1 is given'],
    ['1 2 3', pair, 'such as 1.5, 1.5'],
    ['red', colour, 'write one of blue, orange'],
    ['4', code, 'write a number from 1 to 3'],
    ['yes', truth, 'neither true nor false'],
    ['2.5', count, 'not a whole number'],
  ] as const)('%j is refused with what to write', (text, one, sentence) => {
    expect(readValue(text, one)).toContain(sentence);
  });
});

describe('what can be observed', () => {
  it('is every variable and every element once, whatever coordinates are offered', () => {
    const structure = structureOf({ x: ['real', []], y: ['real', [], [1, 2]] });
    const choices = [choice('x₁', 1), choice('x₂', 2), { variable: 'y', index: 2, coordinate: null, label: 'y[2]' }];
    expect(observables(choices, structure).map(({ element }) => element)).toEqual(['x', 'y[2]']);
  });
});

describe('the form', () => {
  const typed = (text: string): State => changeEntry(beginEntry(shownState()).state, { text }).state;

  it('begins with what is shown, and begins once', () => {
    const { entry } = beginEntry(shownState()).state;
    expect(entry).toEqual({ element: 'x', text: '', mistake: '' });
    const state = typed('1');
    expect(beginEntry(state).state).toBe(state);
    expect(endEntry(state).state.entry).toBe(null);
  });

  it('begins in a model without latent variables too', () => {
    expect(beginEntry(shownState({ prior: null })).state.entry?.element).toBe('x');
  });

  it('observes what was typed', () => {
    const { state, request } = enterEvidence(typed('1.25'));
    expect(state.evidence).toEqual([{ variable: 'x', index: null, values: [1.25] }]);
    expect(request?.query.evidence).toEqual(state.evidence);
    expect(state.entry).toEqual({ element: 'x', text: '', mistake: '' });
  });

  it('says what is wrong, and forgets that as soon as something else is typed', () => {
    const { state, request } = enterEvidence(typed('much'));
    expect(request).toBe(null);
    expect(state.evidence).toEqual([]);
    expect(state.entry?.mistake).toContain('“much” is not a number');
    expect(state.entry?.text).toBe('much');
    expect(changeEntry(state, { text: 'muc' }).state.entry?.mistake).toBe('');
  });

  it('forgets one value and keeps the others', () => {
    const evidence = [
      { variable: 'x', index: null, values: [1] },
      { variable: 'y', index: 3, values: [2] },
      { variable: 'y', index: 4, values: [2] },
    ];
    const { state, request } = forgetOne({ ...shownState(), evidence }, { variable: 'y', index: 3 });
    expect(state.evidence).toEqual([evidence[0], evidence[2]]);
    expect(request).not.toBe(null);
    expect(forgetOne(state, { variable: 'y', index: 3 }).request).toBe(null);
  });
});

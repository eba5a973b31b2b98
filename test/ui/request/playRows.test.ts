// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { playOrPause } from '../../../webview/ui/request/playing';
import { drawsOf, elementOf, keptRows, noRows, rowsOf, valuesIn } from '../../../webview/ui/request/playRows';
import { ask } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { threeBumps, twoBlobs } from '../../plots/fixtures';
import { answered, bumpRows, column, shownState } from '../sampleRows';

const playing = (): State => answered(playOrPause(shownState()).state);
/** The same, after the answer to another question that has no samples yet. */
const later = (change: Partial<State> = {}): State =>
  answered(ask({ ...playing(), scale: 'distribution', ...change }).state, {});

describe('the samples of what is shown', () => {
  it('are those of the answer', () => {
    expect(rowsOf(shownState())).toBeNull();
    expect(rowsOf(playing())).toEqual(bumpRows());
  });

  it('are kept while a newer answer of the same model has none yet', () => {
    expect(rowsOf(later())).toEqual(bumpRows());
    expect(rowsOf(later({ evidence: [{ variable: 'x', index: null, values: [1] }] }))).toEqual(bumpRows());
  });

  it('are not those of another model, or of another seed', () => {
    const { model } = shownState();
    if (model === null) throw new Error('No model.');
    expect(rowsOf(later({ seed: 5 }))).toBeNull();
    expect(rowsOf(later({ model: { ...model, numbers: [1] } }))).toBeNull();
    expect(rowsOf(later({ model: { ...model, structureKey: 'other' } }))).toBeNull();
  });

  it('are not there for a reason, or not yet', () => {
    const refused = answered(playOrPause(shownState()).state, { rows: { kind: 'none', reason: 'sd is negative.' } });
    const { shown } = refused;
    if (shown === null) throw new Error('Nothing is shown.');
    expect(rowsOf(refused)).toBeNull();
    expect(noRows(shown.preview, shown.asked)).toBe('sd is negative.');
    expect(keptRows(null, shown.preview, shown.asked)).toBeNull();
    const none = later().shown;
    expect(none === null ? '' : noRows(none.preview, none.asked)).toBeNull();
  });
});

describe('the numbers of a row', () => {
  const rows = bumpRows({
    columns: [
      column('z[2][1]', [1, 2], { variable: 'z', index: 2, coordinate: 1 }),
      column('z[2][2]', [3, 4], { variable: 'z', index: 2, coordinate: 2 }),
      column('x₁', [5, 6], { variable: 'x', coordinate: 1 }),
      column('x₂', [7, 8], { variable: 'x', coordinate: 2 }),
    ],
  });

  it('belong to elements', () => {
    expect(rows.columns.map(elementOf)).toEqual(['z[2]', 'z[2]', 'x', 'x']);
    expect(valuesIn(rows, 'z[2]', 1)).toEqual([2, 4]);
    expect(valuesIn(rows, 'z', 1)).toEqual([]);
  });

  it('are those of the plotted coordinate, or of both of a plane', () => {
    const { choice, ...curve } = threeBumps();
    expect(drawsOf(rows, { ...curve, choice: { ...choice, coordinate: 2 } }, 0, 2)).toEqual([[7], [8]]);
    expect(drawsOf(rows, twoBlobs('x', 4), 1, 2)).toEqual([[6, 8]]);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Plot } from '../../../webview/plots/words/pointing';
import { comparisonNote, scaledSnapshot, snapshotPlot } from '../../../webview/ui/compare/compare';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import type { State } from '../../../webview/ui/state/state';
import { bumps, categories, choice, mixture, threeBumps, twoBlobs } from '../../plots/fixtures';
import { askedOf, draw, sceneOf, shownState, textOf } from '../scenes';

const plain = shownState();
const asked = askedOf(plain);
const taken = (observed: Plot = threeBumps(512)): State => takeSnapshot(shownState({ observed })).state;
const noteOf = (state: State, plot: Plot) => draw(comparisonNote(plot, asked, sceneOf({ state })));

describe('the snapshot of a plot', () => {
  it('is of the same file and variable', () => {
    const { snapshot } = taken();
    expect(snapshotPlot(snapshot, 'observed', threeBumps(64), asked)).toBe(snapshot?.observed);
    expect(snapshotPlot(null, 'observed', threeBumps(64), asked)).toBe(null);
    expect(snapshotPlot(snapshot, 'observed', { ...threeBumps(64), choice: choice('y') }, asked)).toBe(null);
    expect(snapshotPlot(snapshot, 'observed', twoBlobs('x'), asked)).toBe(null);
    const elsewhere = { ...asked, model: { ...asked.model, uri: 'file:///b.lvm' } };
    expect(snapshotPlot(snapshot, 'observed', threeBumps(64), elsewhere)).toBe(null);
  });

  it('is on the scale that is chosen', () => {
    const state: State = { ...taken(), scale: 'log' };
    const kept = scaledSnapshot(state.shown!.preview, asked, sceneOf({ state }));
    if (kept?.kind !== 'curve') throw new Error('no curve');
    expect(kept.density).toEqual(kept.logDensity);
    expect(scaledSnapshot(plain.shown!.preview, asked, sceneOf({ state: plain }))).toBe(null);
  });
});

describe('what is said of a snapshot', () => {
  it('is nothing without one', () => {
    expect(textOf(noteOf(plain, threeBumps(512)))).toBe('');
  });

  it('is the divergence, 0 while nothing has changed', () => {
    const note = noteOf(taken(), threeBumps(512)).querySelector('[data-role=compare]')!;
    expect(textOf(note)).toBe(
      'KL(snapshot ‖ now) = 0 nats KL(now ‖ snapshot) = 0 nats Jensen–Shannon 0 nats total variation 0',
    );
    const moved = mixture([{ ...bumps[0]!, mean: -3 }, ...bumps.slice(1)], undefined, undefined, [], 512);
    const after = noteOf(taken(), moved).querySelector('[data-role=compare]')!;
    expect(Number(after.getAttribute('data-forward'))).toBeGreaterThan(0.1);
    expect(textOf(after)).toMatch(/KL\(snapshot ‖ now\) = 0\.\d+ nats/);
  });

  it('is plain where it is infinite', () => {
    const [both, one] = [categories(['a', 'b'], [0.5, 0.5]), categories(['a', 'b'], [1, 0])];
    expect(textOf(noteOf(taken(both), one))).toContain('KL(snapshot ‖ now) = ∞');
    expect(textOf(noteOf(taken(both), one))).toContain('∞: the snapshot has probability where there is none now');
    expect(textOf(noteOf(taken(one), both))).toContain('∞: there is probability now where the snapshot has none');
    expect(textOf(noteOf(taken(one), categories(['a', 'b'], [0, 1])))).toContain(
      '∞: each has probability where the other has none',
    );
  });

  it('says what cannot be compared', () => {
    expect(textOf(noteOf(taken(), { ...threeBumps(64), choice: choice('y') }))).toBe(
      'The snapshot shows x, not y: choose that to compare.',
    );
    const elsewhere = { ...asked, model: { ...asked.model, uri: 'file:///b.lvm' } };
    expect(textOf(draw(comparisonNote(threeBumps(64), elsewhere, sceneOf({ state: taken() }))))).toBe(
      'The snapshot is of another file, a.lvm: take one of this to compare.',
    );
  });
});

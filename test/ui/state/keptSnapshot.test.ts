// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { compare } from '../../../webview/plots/compare/comparison';
import type { Plot } from '../../../webview/plots/words/pointing';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import { keptSnapshot, readSnapshot, type Snapshot } from '../../../webview/ui/state/keptSnapshot';
import { initialState, keptState } from '../../../webview/ui/state/state';
import { categories, threeBumps, twoBlobs } from '../../plots/fixtures';
import { shownState } from '../scenes';

const of = (observed: Plot): Snapshot => takeSnapshot(shownState({ observed })).state.snapshot!;
/** As VS Code keeps what a webview hands it. */
const afterReload = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a snapshot that outlives the page', () => {
  it.each([
    ['curve', { ...threeBumps(64), outside: { below: 0, above: 1e-3, exact: true } }],
    ['bars', categories(['a', 'b'], [0.25, 0.75])],
    ['plane', twoBlobs('x')],
  ])('compares as before: a %s', (_, observed) => {
    const snapshot = { ...of(observed), cumulative: Float64Array.of(0, 0.1, Number.NaN, 1) };
    const back = readSnapshot(afterReload(keptSnapshot(snapshot)))!;
    expect(back).toMatchObject({ uri: snapshot.uri, fileName: snapshot.fileName, cumulative: snapshot.cumulative });
    expect(back.prior?.choice).toEqual(snapshot.prior?.choice);
    expect(compare(back.observed, observed)).toEqual(compare(snapshot.observed, observed));
  });

  it('keeps what JSON has no numbers for', () => {
    const curve = threeBumps(64);
    const logDensity = curve.logDensity.map((value, i) => (i === 3 ? Number.NEGATIVE_INFINITY : value));
    const back = readSnapshot(afterReload(keptSnapshot(of({ ...curve, logDensity }))))!;
    expect(back.observed).toMatchObject({ logDensity });
  });

  it('comes back with the state of the panel, packed once for all its paints', () => {
    const state = takeSnapshot(shownState()).state;
    const kept = keptState(state);
    expect(kept.snapshot).toBe(keptState({ ...state, pinned: true }).snapshot);
    expect(initialState(afterReload(kept) as typeof kept).snapshot?.observed.choice).toEqual(
      state.snapshot?.observed.choice,
    );
    expect(keptState(shownState())).not.toHaveProperty('snapshot');
  });

  it('is given up where it is too large, and small for a picture as it comes', () => {
    expect(keptSnapshot(of(threeBumps(60_000)))).toBe(null);
    expect(JSON.stringify(keptSnapshot(of(threeBumps(512)))).length).toBeLessThan(40_000);
  });
});

describe('what was kept and is no snapshot', () => {
  const kept = () => afterReload(keptSnapshot(of(threeBumps(8)))) as Record<string, Record<string, unknown>>;
  const bars = () => afterReload(keptSnapshot(of(categories(['a', 'b'], [0.5, 0.5])))) as ReturnType<typeof kept>;

  it.each([
    ['nothing', () => null],
    ['a text', () => 'snapshot'],
    ['without a file', () => ({ ...kept(), uri: undefined })],
    ['with an array cut short', () => ({ ...kept(), observed: { ...kept().observed, density: '' } })],
    ['with no numbers at all', () => ({ ...kept(), observed: { ...kept().observed, x: 'AAAA' } })],
    ['with a broken text', () => ({ ...kept(), observed: { ...kept().observed, x: '%' } })],
    ['of a kind that there is not', () => ({ ...kept(), observed: { ...kept().observed, kind: 'pie' } })],
    ['with too few names', () => ({ ...bars(), observed: { ...bars().observed, labels: ['a'] } })],
    [
      'with a grid that is none',
      () => {
        const plane = afterReload(keptSnapshot(of(twoBlobs('x')))) as ReturnType<typeof kept>;
        return { ...plane, observed: { ...plane.observed, x: plane.observed!.density } };
      },
    ],
  ])('%s is forgotten', (_, value) => {
    expect(readSnapshot(value())).toBe(null);
    expect(
      initialState({
        uri: 'file:///a.lvm',
        pinned: false,
        seed: 0,
        observed: null,
        latent: null,
        files: [],
        snapshot: value(),
      }).snapshot,
    ).toBe(null);
  });
});

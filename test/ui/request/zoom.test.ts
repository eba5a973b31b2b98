// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Preview, Span } from '../../../src/engine/api/preview';
import { choose, receive } from '../../../webview/ui/request/events';
import { canZoom, panBy, resetZoom, shownRange, zoomBy } from '../../../webview/ui/request/zoom';
import type { State } from '../../../webview/ui/state/state';
import { counts, preview, threeBumps, twoBlobs } from '../../plots/fixtures';
import { askedOf, shownState } from '../scenes';
import { structureOf } from '../structures';

const whole = { low: -5, high: 5.6 };
const zoomed = (from: State, factor: number, x = 0.5, y = 0.5): State => zoomBy(from, factor, { x, y }).state;
const width = ({ low, high }: Span): number => high - low;
const shown = (observed: Preview['observed']): State => shownState({ observed });

describe('zooming', () => {
  it('keeps what is under the pointer where it is, and asks the engine', () => {
    const { state, request } = zoomBy(shownState(), 0.5, { x: 0.25, y: 0.5 });
    const x = state.zoom!.x!;
    expect(width(x)).toBeCloseTo(5.3, 9);
    expect(x.low + 0.25 * width(x)).toBeCloseTo(whole.low + 0.25 * 10.6, 9);
    expect(request!.query.zoom).toEqual(state.zoom);
    expect(state.zoom!.y).toBeNull();
  });

  it('goes on from the last zoom, answered or not', () => {
    const twice = zoomed(zoomed(shownState(), 0.5), 0.5);
    expect(width(twice.zoom!.x!)).toBeCloseTo(10.6 / 4, 9);
    expect(twice.whole).toEqual({ x: whole, y: null });
  });

  it('is not for categories, even where their names are numbers', () => {
    const numbered = shown(counts());
    expect(canZoom(numbered)).toBe(true);
    const model = {
      ...askedOf(numbered).model,
      structure: structureOf({ z: ['category', []], x: ['category', ['z']] }),
    };
    const categories: State = {
      ...numbered,
      shown: { ...numbered.shown!, asked: { ...askedOf(numbered), model } },
    };
    expect(canZoom(categories)).toBe(false);
    expect(zoomBy(categories, 0.6).state).toBe(categories);
  });

  it('ends in the whole when it comes back to it', () => {
    const back = zoomed(zoomed(shownState(), 0.5), 3);
    expect(back.zoom).toBeNull();
    expect(back.whole).toBeNull();
  });

  it('looks from farther away, up to a point, and never nearer than numbers can be told apart', () => {
    const far = zoomed(shownState(), 2);
    expect(width(far.zoom!.x!)).toBeCloseTo(21.2, 9);
    let state = shownState();
    for (let i = 0; i < 60; i++) state = zoomed(state, 2);
    expect(width(state.zoom!.x!)).toBeCloseTo(50 * 10.6, 6);
    state = shownState();
    for (let i = 0; i < 60; i++) state = zoomed(state, 0.5, 0.9);
    const { low, high } = state.zoom!.x!;
    // A millionth of the whole.
    expect(high - low).toBeCloseTo(10.6e-6, 9);
  });

  it('of a plane has two axes', () => {
    const state = zoomed(shown(twoBlobs('x', 5)), 0.5, 0, 1);
    const before = shownRange(twoBlobs('x', 5))!;
    expect(state.zoom!.x!.low).toBeCloseTo(before.x!.low, 9);
    expect(state.zoom!.y!.high).toBeCloseTo(before.y!.high, 9);
    expect(width(state.zoom!.y!)).toBeCloseTo(width(before.y!) / 2, 9);
  });

  it('of counts shows a few at least, and none below 0', () => {
    let state = shown(counts());
    for (let i = 0; i < 9; i++) state = zoomed(state, 0.5, 0);
    expect(width(state.zoom!.x!)).toBeCloseTo(3, 9);
    state = panBy(state, { x: -5, y: 0 }).state;
    expect(state.zoom!.x!.low).toBe(-0.5);
  });

  it('is not there for categories', () => {
    const named = { ...counts(), labels: Array.from(counts().values, (_, i) => `name ${i}`) };
    expect(shownRange(named)).toBeNull();
    expect(canZoom(shown(named))).toBe(false);
    const { state, request } = zoomBy(shown(named), 0.5);
    expect([state.zoom, request]).toEqual([null, null]);
  });
});

describe('moving what is zoomed', () => {
  it('goes by shares of the width', () => {
    const state = panBy(zoomed(shownState(), 0.5), { x: 0.2, y: 0 }).state;
    expect(state.zoom!.x!.low).toBeCloseTo(-5 + 2.65 + 1.06, 9);
    expect(width(state.zoom!.x!)).toBeCloseTo(5.3, 9);
  });

  it('does nothing where all is shown', () => {
    const { state, request } = panBy(shownState(), { x: 0.2, y: 0 });
    expect([state.zoom, request]).toEqual([null, null]);
  });
});

describe('the whole', () => {
  it('comes back by itself, or with another variable or file', () => {
    const near = zoomed(shownState(), 0.5);
    expect(resetZoom(near).state.zoom).toBeNull();
    expect(resetZoom(near).request!.query.zoom).toBeNull();
    expect(resetZoom(shownState()).request).toBeNull();
    expect(choose(near, 'observed', 'y').state.zoom).toBeNull();
    expect(choose(near, 'latent', 'w').state.zoom).not.toBeNull();
    const { model } = near;
    expect(receive(near, { ...model!, version: 5 }).state.zoom).not.toBeNull();
    expect(receive(near, { ...model!, version: 5, uri: 'file:///b.lvm' }).state.zoom).toBeNull();
  });

  it('is the range of what is drawn', () => {
    expect(shownRange(threeBumps())).toEqual({ x: whole, y: null });
    expect(shownRange(preview().observed)).toEqual({ x: whole, y: null });
  });
});

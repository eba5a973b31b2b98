import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import {
  crosshairAt,
  indexAt,
  isWithin,
  peakPlace,
  placeAfterKey,
  placeAt,
} from '../../../webview/plots/words/pointing';
import { counts, threeBumps, twoBlobs } from '../fixtures';

const size = { width: 600, height: 300 };
const options = { fontSize: 13, compact: false };

describe('pointing at a curve', () => {
  const curve = threeBumps(512);
  const layout = layoutCurve(curve, size, options);

  it('finds the place under a pixel', () => {
    const { left, right } = layout.frame;
    expect(placeAt(curve, layout, left, 0).x).toBeCloseTo(-5, 9);
    expect(placeAt(curve, layout, right, 0).x).toBeCloseTo(5.6, 9);
    expect(indexAt(curve, { x: -100, y: 0 })).toBe(0);
  });

  it('marks the marginal and the components that matter there', () => {
    const marks = crosshairAt(curve, layout, { x: 1.55, y: 0 });
    expect(marks.x).toBeCloseTo(layout.x.scale(1.55), -1);
    expect(marks.dots.map(({ className }) => className)).toEqual(['c1', 'c2']);
  });

  it('starts at the peak', () => {
    expect(peakPlace(curve).x).toBeCloseTo(-1.98, 1);
  });
});

it('a place is within a picture between its ends, and on a bar', () => {
  const curve = threeBumps();
  const [low, high] = [curve.x[0]!, curve.x.at(-1)!];
  expect([low, high, low - 1, high + 1].map((x) => isWithin(curve, { x, y: 0 }))).toEqual([true, true, false, false]);
  const plane = twoBlobs('x', 12);
  expect([0, 99].map((y) => isWithin(plane, { x: 0, y }))).toEqual([true, false]);
  expect([2, 2.5, 999].map((x) => isWithin(counts(), { x, y: 0 }))).toEqual([true, false, false]);
});

describe('keys', () => {
  const curve = threeBumps(512);
  const at = { x: curve.x[100] ?? 0, y: 0 };

  it('move by a hundredth of the range, with Shift by a tenth, and stop at the ends', () => {
    expect(placeAfterKey(curve, at, 'ArrowRight', false)?.x).toBe(curve.x[105]);
    expect(placeAfterKey(curve, at, 'ArrowLeft', true)?.x).toBe(curve.x[50]);
    expect(placeAfterKey(curve, at, 'Home', false)?.x).toBe(curve.x[0]);
    expect(placeAfterKey(curve, at, 'End', false)?.x).toBe(curve.x[511]);
    expect(placeAfterKey(curve, { x: 5.6, y: 0 }, 'ArrowRight', false)?.x).toBe(curve.x[511]);
  });

  it('that mean nothing here are left to the page', () => {
    expect(placeAfterKey(curve, at, 'ArrowUp', false)).toBeNull();
    expect(placeAfterKey(curve, at, 'a', false)).toBeNull();
    expect(placeAfterKey(curve, at, 'Tab', false)).toBeNull();
  });

  it('move from bar to bar', () => {
    expect(placeAfterKey(counts(), { x: 3, y: 0 }, 'ArrowRight', false)?.x).toBe(4);
    expect(placeAfterKey(counts(), { x: 3, y: 0 }, 'ArrowRight', true)?.x).toBe(13);
  });

  it('move up and down in a plane', () => {
    const plane = twoBlobs('x', 50);
    expect(placeAfterKey(plane, { x: 0, y: plane.y[20] ?? 0 }, 'ArrowUp', false)?.y).toBe(plane.y[21]);
    expect(placeAfterKey(plane, { x: 0, y: plane.y[20] ?? 0 }, 'ArrowDown', false)?.y).toBe(plane.y[19]);
  });
});

it('pointing at bars finds the bar', () => {
  const bars = counts();
  const layout = layoutBars(bars, size, options);
  const middle = layout.frame.left + layout.step * 9.5;
  expect(placeAt(bars, layout, middle, 0)).toEqual({ x: 9, y: 0 });
  expect(placeAt(bars, layout, 10_000, 0)).toEqual({ x: 20, y: 0 });
});

it('pointing at a plane finds both coordinates', () => {
  const plane = twoBlobs('x', 31);
  const layout = layoutPlane(plane, size, options);
  const spot = placeAt(plane, layout, layout.x.scale(1.2), layout.y.scale(-0.7));
  expect([spot.x, spot.y]).toEqual([expect.closeTo(1.2, 9), expect.closeTo(-0.7, 9)]);
  expect(peakPlace(plane)).toMatchObject({ x: expect.closeTo(1.2, 0), y: expect.closeTo(-0.7, 0) });
});

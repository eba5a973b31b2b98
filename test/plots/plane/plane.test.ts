import { describe, expect, it } from 'vitest';
import { heatPixels, layoutPlane } from '../../../webview/plots/plane/plane';
import { heatRamp } from '../../../webview/plots/plane/ramp';
import { twoBlobs } from '../fixtures';

describe('a plane', () => {
  const plane = twoBlobs('x', 31);
  const layout = layoutPlane(plane, { width: 500, height: 400 }, { fontSize: 13, compact: false });

  it('centres its cells on the points of the grid', () => {
    expect(layout.x.scale.domain()).toEqual([expect.closeTo(-3.1, 9), expect.closeTo(3.1, 9)]);
    expect(layout.highest).toBe(Math.max(...plane.density));
  });

  it('dots in the samples that lie inside', () => {
    const inside = Array.from({ length: plane.samples.length / 2 }, (_, i) => [
      plane.samples[2 * i] ?? 0,
      plane.samples[2 * i + 1] ?? 0,
    ]).filter(([x = 0, y = 0]) => Math.abs(x) <= 3.1 && Math.abs(y) <= 2.5 * (31 / 30));
    expect(layout.samples.match(/M/g)).toHaveLength(inside.length);
  });

  it('colours the top row first, from the ramp’s start to its end', () => {
    const small = {
      ...plane,
      x: Float64Array.of(0, 1),
      y: Float64Array.of(0, 1),
      density: Float64Array.of(0, 1, Number.NaN, 2),
    };
    const ramp = Uint8ClampedArray.of(10, 10, 10, 20, 20, 20, 30, 30, 30);
    expect([...heatPixels(small, ramp, 2)]).toEqual([0, 0, 0, 0, 30, 30, 30, 255, 10, 10, 10, 255, 20, 20, 20, 255]);
  });

  it('a density of zero everywhere has a scale all the same', () => {
    const zero = { ...plane, density: plane.density.map(() => 0) };
    expect(layoutPlane(zero, { width: 400, height: 300 }, { fontSize: 13, compact: true }).highest).toBe(1);
    expect(heatPixels(zero, heatRamp([0, 0, 0]), 1)[0]).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutConditional, summariseConditional } from '../../../webview/plots/overlay/conditional';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { scaledPlot } from '../../../webview/plots/scale/scaledPlot';
import { bumps, counts, infiniteMixture, mixture, normal, threeBumps, twoBlobs } from '../fixtures';

const size = { width: 600, height: 300 };
const options = { fontSize: 13, compact: false };
const curve = threeBumps(400);
const given = curve.x.map((x) => normal(x, 0.5, 1));

const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

describe('how p(x | z) compares with p(x)', () => {
  it('is its part where z has a probability', () => {
    const { peak, density, factor, isPart } = summariseConditional(curve, given, 0.5);
    expect(peak!.x).toBeCloseTo(0.5, 1);
    expect(density).toBeCloseTo(normal(0, 0, 1), 3);
    expect([factor, isPart]).toEqual([0.5, true]);
  });

  it('is scaled as the lines of the others are, but never higher than the marginal', () => {
    const mixture = infiniteMixture();
    const wide = mixture.x.map((x) => normal(x, 0, 1));
    expect(summariseConditional(mixture, wide, null).factor).toBe(0.3);
    const narrow = mixture.x.map((x) => normal(x, 0, 0.05));
    const { factor, density } = summariseConditional(mixture, narrow, null);
    expect(factor).toBeLessThan(0.3);
    expect(factor * density).toBeCloseTo(Math.max(...mixture.density), 9);
  });

  it('has no peak where it is nowhere in the picture', () => {
    expect(summariseConditional(curve, new Float64Array(400), null).peak).toBe(null);
  });
});

describe('p(x | z) in pixels', () => {
  it('lies on the component that it is a part of', () => {
    const layout = layoutCurve(curve, size, options);
    const { line, area, name } = layoutConditional(curve, layout, given, 'density', 0.5);
    expect(line).toBe(layout.components[1]!.line);
    expect(area).toContain(`V${layout.frame.bottom}`);
    expect(name!.left).toBeCloseTo(layout.x.scale(0.5), -1);
  });

  it('follows the scale of the axis', () => {
    const log = scaledPlot(curve, 'log', null);
    const layout = layoutCurve(log as typeof curve, size, options);
    const { line } = layoutConditional(log, layout, given, 'log', 0.5);
    for (const { x, y } of pointsOf(line)) {
      const wanted = Math.log(0.5 * normal(layout.x.scale.invert(x), 0.5, 1));
      expect(layout.y.scale.invert(y)).toBeCloseTo(wanted, 0);
      expect(y).toBeLessThanOrEqual(layout.frame.bottom + 0.1);
    }
    const distribution = scaledPlot(curve, 'distribution', null);
    const running = layoutCurve(distribution as typeof curve, size, options);
    const end = pointsOf(layoutConditional(distribution, running, given, 'distribution', 0.5).line).at(-1)!;
    expect(running.y.scale.invert(end.y)).toBeCloseTo(0.5, 2);
  });

  it('starts a distribution function with what lies left of the picture', () => {
    const part = mixture(bumps, 0.5, 4, [], 200);
    const running = scaledPlot(part, 'distribution', null);
    const layout = layoutCurve(running as typeof part, size, options);
    const half = part.x.map((x) => normal(x, 0.5, 1));
    const ends = (density: Float64Array, below: number) => {
      const points = pointsOf(layoutConditional(running, layout, density, 'distribution', 0.5, below).line);
      return [points.at(0)!, points.at(-1)!].map(({ y }) => layout.y.scale.invert(y));
    };
    const [first, last] = ends(half, 0.5);
    expect(first).toBeCloseTo(0.25, 2);
    expect(last).toBeCloseTo(0.5, 2);
    // All of it lies left of the picture.
    expect(ends(new Float64Array(200), 1).map((value) => Number(value.toFixed(2)))).toEqual([0.5, 0.5]);
  });

  it('starts the sum of bars there too', () => {
    const bars = scaledPlot(counts(), 'distribution', null) as ReturnType<typeof counts>;
    const layout = layoutBars(bars, size, options);
    const density = bars.values.map(() => 0);
    const { line } = layoutConditional(bars, layout, density, 'distribution', 0.5, 0.8);
    const tops = [...line.matchAll(/V([\d.]+)h/g)].map(([, y]) => layout.y.scale.invert(Number(y)));
    expect(tops).toHaveLength(bars.values.length);
    for (const top of tops) expect(top).toBeCloseTo(0.4, 2);
  });

  it('is an outline for each bar that is high enough to be seen', () => {
    const bars = counts();
    const layout = layoutBars(bars, size, options);
    const density = bars.values.map((value) => (value === 3 ? 0.25 : 0));
    const { line } = layoutConditional(bars, layout, density, 'density', 0.4);
    expect(line.match(/M/g)).toHaveLength(1);
    const top = Number(/V([\d.]+)h/.exec(line)![1]);
    expect(layout.y.scale.invert(top)).toBeCloseTo(0.1, 2);
  });

  it('is outlined in a plane, around its highest place', () => {
    const plane = twoBlobs('x', 48);
    const layout = layoutPlane(plane, size, options);
    const density = plane.density.map((_, i) => {
      const [x, y] = [plane.x[i % 48] ?? 0, plane.y[Math.floor(i / 48)] ?? 0];
      return normal(x, 1, 0.3) * normal(y, -1, 0.3);
    });
    const { line, name } = layoutConditional(plane, layout, density, 'density', 1);
    const radii = pointsOf(line).map(
      ({ x, y }) => Math.hypot(layout.x.scale.invert(x) - 1, layout.y.scale.invert(y) + 1) / 0.3,
    );
    // Half of a round normal density lies within √(2 log 2) standard deviations, 95 % within √(2 log 20).
    for (const radius of radii) {
      expect(Math.min(Math.abs(radius - 1.177), Math.abs(radius - 2.448))).toBeLessThan(0.15);
    }
    expect(name!.left).toBeCloseTo(layout.x.scale(1), -1);
  });

  it('is nothing where it is zero', () => {
    const layout = layoutCurve(curve, size, options);
    expect(layoutConditional(curve, layout, new Float64Array(400), 'density', 1).line).toBe('');
  });
});

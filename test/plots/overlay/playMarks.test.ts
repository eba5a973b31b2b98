import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlayed, type Played } from '../../../webview/plots/overlay/playMarks';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { scaledPlot } from '../../../webview/plots/scale/scaledPlot';
import { counts, infiniteMixture, sequence, threeBumps, twoBlobs } from '../fixtures';

const size = { width: 600, height: 400 };
const options = { fontSize: 13, compact: false };
const drawn = (values: readonly number[], parts: Partial<Played> = {}): Played => ({
  draws: values.map((value) => [value]),
  falls: true,
  histogram: true,
  lit: null,
  conditional: null,
  ...parts,
});
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('draws over a curve', () => {
  const curve = threeBumps();
  const layout = layoutCurve(curve, size, options);

  it('are counted in a histogram on the scale of the density', () => {
    const values = sequence(100).map((u) => -4 + 8 * u);
    const { histogram, counts: bins } = layoutPlayed(curve, layout, drawn(values));
    expect(total(bins)).toBe(100);
    expect(bins).toHaveLength(20);
    // The first bar is as high as its share over its width.
    const [, top] = /^M[\d.]+,[\d.]+V([\d.]+)/.exec(histogram) ?? [];
    const first = bins.find((count) => count > 0) ?? 0;
    expect(Number(top)).toBeCloseTo(layout.y.scale(first / 100 / (10.6 / 20)), 0);
  });

  it('fall where they are drawn, onto their bar, and not out of the picture', () => {
    const { dot } = layoutPlayed(curve, layout, drawn([0.5]));
    expect(dot?.x).toBeCloseTo(layout.x.scale(0.5), 0);
    expect(dot?.y).toBe(layout.frame.top);
    const alone = layoutPlayed(curve, layout, drawn([0.5], { histogram: false }));
    expect(alone.dot?.y).toBe(layout.frame.bottom);
    expect(alone.histogram).toBe('');
    expect(layoutPlayed(curve, layout, drawn([50])).dot).toBeNull();
    expect(layoutPlayed(curve, layout, drawn([0.5], { falls: false })).dot).toBeNull();
    expect(layoutPlayed(curve, layout, drawn([])).dot).toBeNull();
  });

  it('light the component that they are drawn from', () => {
    expect(layoutPlayed(curve, layout, drawn([], { lit: 'orange' })).lit).toMatchObject({
      line: layout.components[1]?.line,
      className: 'c1',
    });
  });

  it('show p(x | z) as high as the other components are drawn', () => {
    const mixture = infiniteMixture();
    const own = layoutCurve(mixture, size, options);
    const { components } = mixture;
    const [item] = components.items;
    const conditional = item?.density.map((value) => value / components.scale) ?? null;
    expect(layoutPlayed(mixture, own, drawn([], { conditional })).conditional).toBe(own.components[0]?.line);
    expect(layoutPlayed(mixture, own, drawn([], { conditional: new Float64Array(3) })).conditional).toBe('');
  });

  it('have no histogram on another scale', () => {
    const log = scaledPlot(curve, 'log', null);
    if (log.kind !== 'curve') throw new Error('Not a curve.');
    const { histogram, dot } = layoutPlayed(log, layoutCurve(log, size, options), drawn([0.5]));
    expect(histogram).toBe('');
    expect(dot).not.toBeNull();
  });
});

describe('draws of a discrete variable', () => {
  const bars = counts();
  const layout = layoutBars(bars, size, options);

  it('are shares of the values', () => {
    const { counts: each, histogram, dot } = layoutPlayed(bars, layout, drawn([2, 2, 3, 0, 99]));
    expect(each.slice(0, 4)).toEqual([1, 0, 2, 1]);
    expect(histogram.match(/M/g)).toHaveLength(3);
    expect(dot).toBeNull();
    expect(layoutPlayed(bars, layout, drawn([2])).dot?.x).toBeCloseTo(layout.frame.left + 2.5 * layout.step, 0);
  });

  it('light the share of their component', () => {
    expect(layoutPlayed(bars, layout, drawn([], { lit: 'fast' })).lit?.line).toBe(layout.stacks[1]?.path);
  });
});

describe('draws of a pair', () => {
  const plane = twoBlobs('x', 8);
  const layout = layoutPlane(plane, size, options);

  it('are points, the newest marked', () => {
    const { dots, dot } = layoutPlayed(plane, layout, {
      ...drawn([]),
      draws: [
        [0, 0],
        [9, 9],
        [1, -1],
      ],
    });
    expect(dots).toHaveLength(2);
    expect(dot).toMatchObject(dots[1] ?? {});
    expect(dot?.from).toBe(dot?.y);
    expect(layoutPlayed(plane, layout, { ...drawn([]), draws: [[9, 9]] }).dot).toBeNull();
  });
});

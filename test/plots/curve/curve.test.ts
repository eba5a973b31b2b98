import { describe, expect, it } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { bumps, infiniteMixture, mixture, normalPrior, threeBumps } from '../fixtures';

const options = { fontSize: 13, compact: false };

/** The points of a path. */
function points(path: string): [number, number][] {
  return path
    .split(/[ML]/)
    .slice(1)
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return [x, y];
    });
}

describe('the layout of a curve', () => {
  const curve = threeBumps(512);
  const layout = layoutCurve(curve, { width: 800, height: 400 }, options);

  it('draws every point where the axes say it is, to a tenth of a pixel', () => {
    const drawn = points(layout.marginal);
    expect(drawn).toHaveLength(512);
    drawn.forEach(([x, y], i) => {
      expect(layout.x.scale.invert(x)).toBeCloseTo(curve.x[i] ?? 0, 2);
      expect(layout.y.scale.invert(y)).toBeCloseTo(curve.density[i] ?? 0, 3);
    });
  });

  it('keeps everything inside the picture', () => {
    const { frame } = layout;
    for (const [x, y] of [layout.marginal, ...layout.components.map(({ line }) => line)].flatMap(points)) {
      expect(x).toBeGreaterThanOrEqual(frame.left - 0.1);
      expect(x).toBeLessThanOrEqual(frame.right + 0.1);
      expect(y).toBeGreaterThanOrEqual(frame.top - 4);
      expect(y).toBeLessThanOrEqual(frame.bottom + 0.1);
    }
  });

  it('names every component beside its peak', () => {
    expect(layout.labels.map(({ wish }) => wish.text)).toEqual(['orange', 'blue', 'green']);
    for (const { wish, x } of layout.labels) expect(Math.abs(x - wish.x)).toBeLessThan(60);
  });

  it('gives a component its colour and its area', () => {
    expect(layout.components.map(({ className }) => className)).toEqual(['c0', 'c1', 'c2']);
    for (const { area, line } of layout.components) expect(area).toContain(line.slice(1));
  });

  it('has a rug only where there are data', () => {
    expect(layout.rug).not.toBe('');
    expect(layoutCurve(mixture(bumps), { width: 800, height: 400 }, options).rug).toBe('');
  });
});

it('one of infinitely many components is a line without an area', () => {
  const layout = layoutCurve(infiniteMixture(), { width: 800, height: 400 }, options);
  expect(layout.components).toHaveLength(24);
  expect(layout.components.every(({ area, className }) => area === '' && className === 'cx')).toBe(true);
  expect(layout.band).toMatch(/^M.*Z$/);
  expect(layout.labels).toEqual([]);
});

it('a small plot has no names and fills under its line', () => {
  const layout = layoutCurve(normalPrior(), { width: 300, height: 180 }, { fontSize: 13, compact: true });
  expect(layout.labels).toEqual([]);
  expect(layout.marginalArea).not.toBe('');
});

it('a picture without room is drawn all the same', () => {
  const layout = layoutCurve(threeBumps(), { width: 10, height: 5 }, options);
  expect(layout.frame.right - layout.frame.left).toBeGreaterThanOrEqual(40);
  expect(layout.frame.bottom - layout.frame.top).toBeGreaterThanOrEqual(20);
});

it('a density that is not a number anywhere draws nothing and throws nothing', () => {
  const curve = threeBumps();
  const layout = layoutCurve(
    { ...curve, density: curve.density.map(() => Number.NaN), components: { ...curve.components, items: [] } },
    { width: 400, height: 300 },
    options,
  );
  expect(layout.marginal).toBe('');
});

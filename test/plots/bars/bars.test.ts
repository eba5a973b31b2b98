import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { categories, counts, thousandCategories } from '../fixtures';

const size = { width: 620, height: 320 };
const options = { fontSize: 13, compact: false };

/** The rectangles of a path: their left sides, bottoms and tops. */
function boxes(path: string): { x: number; bottom: number; top: number }[] {
  return [...path.matchAll(/M([\d.]+),([\d.]+)V([\d.]+)h/g)].map(([, x, bottom, top]) => ({
    x: Number(x),
    bottom: Number(bottom),
    top: Number(top),
  }));
}

describe('the layout of bars', () => {
  const bars = counts();
  const layout = layoutBars(bars, size, options);

  it('stacks the shares of the components up to the probability', () => {
    const [slow, fast] = layout.stacks.map(({ path }) => boxes(path));
    expect(slow?.[0]?.bottom).toBe(layout.frame.bottom);
    expect(fast?.[0]?.bottom).toBe(slow?.[0]?.top);
    const eighth = fast?.find(({ x }) => x > layout.frame.left + 8 * layout.step);
    expect(layout.y.scale.invert(eighth?.top ?? 0)).toBeCloseTo(bars.probability[8] ?? 0, 2);
  });

  it('labels every bar that has room', () => {
    expect(layout.xTicks.map(({ label }) => label)).toEqual(bars.labels);
    const narrow = layoutBars(bars, { width: 300, height: 200 }, options);
    expect(narrow.xTicks.map(({ label }) => label).slice(0, 3)).toEqual(['0', '5', '10']);
  });

  it('turns long names instead of letting them touch', () => {
    const words = categories(['a long name', 'another long name', 'third'], [0.2, 0.3, 0.5], false);
    expect(layoutBars(words, { width: 300, height: 300 }, options).turned).toBe(true);
    expect(layoutBars(words, { width: 900, height: 300 }, options).turned).toBe(false);
  });

  it('draws a thousand values', () => {
    const many = layoutBars(thousandCategories(), size, options);
    expect(boxes(many.whole).length).toBeGreaterThan(900);
    expect(many.xTicks.length).toBeLessThan(30);
  });

  it('outlines what is compared with, however high', () => {
    expect(layout.before).toBe('');
    const compared = layoutBars(
      { ...categories(['a', 'b'], [0.2, 0.1]), before: Float64Array.of(0.1, 0.9) },
      size,
      options,
    );
    expect(boxes(compared.before).map(({ top }) => compared.y.scale.invert(top))).toEqual([
      expect.closeTo(0.1, 2),
      expect.closeTo(0.9, 2),
    ]);
    for (const { top } of boxes(compared.before)) expect(top).toBeGreaterThan(compared.frame.top);
  });

  it('draws nothing but axes where nothing is probable', () => {
    const none = layoutBars(categories(['1', '2'], [0, 0], false), size, options);
    expect(none.whole).toBe('');
    expect(none.y.scale.domain()).toEqual([0, 1]);
  });
});

it('ten thousand values are drawn as what the screen can show of them, the highest of each half pixel', () => {
  const probability = Array.from({ length: 10_000 }, (_, i) => (i === 4321 ? 0.5 : 0.5 / 9999));
  const many = categories(
    probability.map((_, i) => String(i)),
    probability,
    false,
  );
  const { whole, y, frame } = layoutBars(many, size, options);
  expect(boxes(whole).length).toBeLessThan(1300);
  const tops = boxes(whole).map(({ top }) => top);
  expect(y.scale.invert(Math.min(...tops))).toBeCloseTo(0.5, 2);
  expect(Math.max(...tops)).toBeLessThanOrEqual(frame.bottom);
});

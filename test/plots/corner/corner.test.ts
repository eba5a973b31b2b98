import { describe, expect, it } from 'vitest';
import { type CornerLayout, layoutCorner } from '../../../webview/plots/corner/corner';
import { textWidth } from '../../../webview/plots/text/textWidth';
import { cornerPicture, normalAndCoin, threeNormals } from '../corners';

const sizes = [
  { width: 370, height: 360 },
  { width: 700, height: 400 },
  { width: 1000, height: 560 },
];

function frameOf({ panels }: CornerLayout, row: number, column: number) {
  const panel = panels.find((each) => each.row === row && each.column === column);
  if (panel === undefined) throw new Error('no such panel');
  return panel.frame;
}

describe.each(sizes)('a corner plot of $width × $height pixels', (size) => {
  const layout = layoutCorner(threeNormals(), size, 13);

  it('is a triangle of panels, row by row', () => {
    expect(layout.panels.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [2, 2],
    ]);
    expect(layout.panels.map(({ kind }) => kind)).toEqual(['single', 'pair', 'single', 'pair', 'pair', 'single']);
  });

  it('shares its axes: panels of a column stand above each other, those of a row side by side', () => {
    expect(frameOf(layout, 0, 0).left).toBe(frameOf(layout, 2, 0).left);
    expect(frameOf(layout, 1, 1).right).toBe(frameOf(layout, 2, 1).right);
    expect(frameOf(layout, 2, 0).top).toBe(frameOf(layout, 2, 2).top);
    expect(frameOf(layout, 2, 1).left).toBeGreaterThan(frameOf(layout, 2, 0).right);
    expect(frameOf(layout, 2, 0).top).toBeGreaterThan(frameOf(layout, 1, 0).bottom);
  });

  it('stays within the picture, with room for its axes', () => {
    for (const { frame } of layout.panels) {
      expect(frame.left).toBeGreaterThan(13 * 2);
      expect(frame.right).toBeLessThanOrEqual(size.width);
      expect(frame.bottom + 13 * 2.55).toBeLessThanOrEqual(size.height);
    }
  });

  it('has ticks on its outer edges only, whose labels do not touch', () => {
    expect(layout.below.map(({ title }) => title.shown)).toEqual(['x₁', 'x₂', 'x₃']);
    expect(layout.beside.map(({ title }) => title.shown)).toEqual(['x₂', 'x₃']);
    const all = layout.below.flatMap(({ ticks }) => ticks);
    expect(all.length).toBeGreaterThanOrEqual(3);
    for (const [i, { at, label }] of all.slice(1).entries()) {
      const before = all[i]!;
      expect(at - before.at).toBeGreaterThan((textWidth(label, 12) + textWidth(before.label, 12)) / 2 - 1);
    }
  });

  it('puts the peak of a marginal near the top of its panel', () => {
    const single = layout.panels[0]!;
    if (single.kind !== 'single') throw new Error('no marginal');
    const heights = [...single.line.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    const { top, bottom } = single.frame;
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(top);
    expect(Math.min(...heights)).toBeLessThan(top + 0.1 * (bottom - top));
  });

  it('draws contours within the panel', () => {
    const pair = layout.panels[1]!;
    if (pair.kind !== 'pair') throw new Error('no pair');
    const numbers = [...pair.contours.matchAll(/[ML]([\d.]+),([\d.]+)/g)];
    expect(numbers.length).toBeGreaterThan(20);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(pair.frame.left);
      expect(Number(x)).toBeLessThanOrEqual(pair.frame.right);
      expect(Number(y)).toBeGreaterThanOrEqual(pair.frame.top);
      expect(Number(y)).toBeLessThanOrEqual(pair.frame.bottom);
    }
  });
});

describe('a corner plot with a discrete number', () => {
  const layout = layoutCorner(normalAndCoin(), { width: 500, height: 400 }, 13);

  it('has bars for it, named by their values, and no contours', () => {
    const coin = layout.panels.find(({ row, column }) => row === 1 && column === 1);
    if (coin?.kind !== 'single') throw new Error('no marginal');
    expect(coin.line).toBe('');
    expect(coin.bars.match(/M/g)).toHaveLength(2);
    expect(layout.below[1]!.ticks.map(({ label }) => label)).toEqual(['false', 'true']);
    expect(layout.beside[0]!.ticks.map(({ label }) => label)).toEqual(['false', 'true']);
    expect(layout.panels[1]).toMatchObject({ kind: 'pair', discrete: true, contours: '' });
  });
});

it('draws no contours around samples', () => {
  const picture = threeNormals();
  const sampled = {
    ...cornerPicture(picture.marginals),
    pairs: picture.pairs.map((pair) => ({ ...pair, known: 'samples' as const })),
  };
  for (const panel of layoutCorner(sampled, sizes[1]!, 13).panels) {
    if (panel.kind === 'pair') expect(panel.contours).toBe('');
  }
});

import { describe, expect, it } from 'vitest';
import { layoutShelf, mostRows, shelfHeight } from '../../../webview/plots/bars/shelf';
import { bumpPrior, categories, thousandCategories } from '../fixtures';

const options = { fontSize: 13, compact: true };

describe('the prior of a discrete variable', () => {
  it('has a bar as long as its probability and the value beside it', () => {
    const layout = layoutShelf(bumpPrior(), { width: 320, height: 140 }, options);
    expect(layout.rows.map(({ label, value, className }) => [label, value, className])).toEqual([
      ['blue', '0.30', 'c0'],
      ['orange', '0.50', 'c1'],
      ['green', '0.20', 'c2'],
    ]);
    for (const [i, row] of layout.rows.entries()) {
      expect(layout.x.scale.invert(row.left + row.width)).toBeCloseTo(bumpPrior().probability[i] ?? 0, 2);
    }
  });

  it('ends its axis at 1, or at a round share where all are small, with room beyond the longest bar', () => {
    const endOf = (...probability: number[]) => {
      const names = probability.map((_, i) => `k${i}`);
      return layoutShelf(categories(names, probability), { width: 320, height: 140 }, options).x.scale.domain()[1];
    };
    expect(endOf(0.3, 0.5, 0.2)).toBe(1);
    expect(endOf(0.31, 0.49, 0.2)).toBe(1);
    expect(endOf(0, 1)).toBe(1);
    expect(endOf(0.4, 0.3, 0.3)).toBe(0.5);
    expect(endOf(...Array(20).fill(0.05))).toBe(0.1);
  });

  it('shortens names that would leave no room', () => {
    const long = categories(['a very long name indeed, longer than the pane', 'b'], [0.5, 0.5]);
    const layout = layoutShelf(long, { width: 200, height: 80 }, options);
    expect(layout.rows[0]?.shown).toMatch(/^a ver.*….*ane$/);
    expect(layout.rows[0]?.label).toBe(long.labels[0]);
  });

  it('shows small probabilities with digits that mean something', () => {
    const rare = categories(['a', 'b'], [0.9996, 0.0004]);
    expect(layoutShelf(rare, { width: 300, height: 80 }, options).rows[1]?.value).toBe('0.00040');
  });

  it('becomes thin bars above the limit, of one height', () => {
    const many = thousandCategories();
    const layout = layoutShelf(many, { width: 320, height: shelfHeight(1000, 13) }, options);
    expect(layout.rows).toEqual([]);
    // Two categories share a pixel here: the higher of each two is drawn.
    expect(layout.thin.match(/M/g)).toHaveLength(500);
    expect(layout.ends.map(({ shown }) => shown)).toEqual(['1', '1000']);
    expect(shelfHeight(10_000, 13)).toBe(shelfHeight(mostRows + 1, 13));
  });

  it('grows with its rows', () => {
    expect(shelfHeight(10, 13)).toBeGreaterThan(shelfHeight(3, 13));
    const last = layoutShelf(
      categories(['a', 'b', 'c'], [0.2, 0.3, 0.5]),
      { width: 300, height: shelfHeight(3, 13) },
      options,
    );
    const bottom = last.rows.at(-1);
    expect((bottom?.y ?? 0) + (bottom?.height ?? 0)).toBeLessThan(shelfHeight(3, 13));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, type Link, layered } from '../../../webview/plots/graph/modelGraphLayers';

const item = (id: string, half = 20): Item => ({ id, left: half, right: half, above: 20, below: 20 });
const at = (placed: ReturnType<typeof layered>, id: string): { x: number; y: number } =>
  placed.at.get(id) ?? { x: Number.NaN, y: Number.NaN };

describe('a layered graph', () => {
  it('puts each item in the row of its longest path from above', () => {
    const placed = layered(
      [item('a'), item('b'), item('c')],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'a', to: 'c' },
      ],
      30,
    );
    expect(['a', 'b', 'c'].map((id) => placed.row.get(id)?.top)).toEqual(
      [0, 70, 140].map((y) => expect.closeTo(y, -1)),
    );
    // The long arrow passes the middle row beside b.
    const [run] = placed.runs[2] ?? [];
    expect(placed.runs.map(({ length }) => length)).toEqual([0, 0, 1]);
    expect(Math.abs((run?.x ?? 0) - at(placed, 'b').x)).toBeGreaterThanOrEqual(20);
    expect([run?.top, run?.bottom]).toEqual([placed.row.get('b')?.top, placed.row.get('b')?.bottom]);
  });

  it('puts what has no parents right above what needs it', () => {
    const placed = layered(
      [item('a'), item('b'), item('c'), item('late')],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'late', to: 'c' },
      ],
      30,
    );
    expect(at(placed, 'late').y).toBe(at(placed, 'b').y);
  });

  it('takes out crossings that need not be', () => {
    const placed = layered(
      [item('a'), item('b'), item('c'), item('d')],
      [
        { from: 'a', to: 'd' },
        { from: 'b', to: 'c' },
      ],
      30,
    );
    expect(at(placed, 'a').x < at(placed, 'b').x).toBe(at(placed, 'd').x < at(placed, 'c').x);
  });

  it('puts a child in the middle below its parents, and says what stands at the ends of a row', () => {
    const placed = layered(
      [item('a'), item('b'), item('c')],
      [
        { from: 'a', to: 'c' },
        { from: 'b', to: 'c' },
      ],
      30,
    );
    expect(at(placed, 'c').x).toBeCloseTo((at(placed, 'a').x + at(placed, 'b').x) / 2, 6);
    expect([...placed.first].sort()).toEqual(['a', 'c']);
    expect([...placed.last].sort()).toEqual(['b', 'c']);
  });

  it('keeps pinned items above and below all others', () => {
    const placed = layered(
      [item('a'), { ...item('low'), pin: 'bottom' }, item('b'), { ...item('high'), pin: 'top' }],
      [
        { from: 'high', to: 'b' },
        { from: 'a', to: 'low' },
        { from: 'a', to: 'b' },
      ],
      30,
    );
    const ys = ['high', 'a', 'b', 'low'].map((id) => at(placed, id).y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(new Set(ys).size).toBe(4);
  });

  it('holds the ends of an arrow where they stand beside the middle of a wide item', () => {
    const placed = layered([item('wide', 100), item('a')], [{ from: 'wide', to: 'a', fromShift: 60 }], 30);
    expect(at(placed, 'a').x - at(placed, 'wide').x).toBeCloseTo(60, 6);
  });

  it('never lets items overlap, and has parents above children, in any graph without circles', () => {
    const graph = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        widths: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: size, maxLength: size }),
        pairs: fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {
          maxLength: 24,
          selector: (pair) => pair.join(),
        }),
      }),
    );
    fc.assert(
      fc.property(graph, ({ widths, pairs }) => {
        const items = widths.map((width, i) => item(`${i}`, width));
        const links = pairs.filter(([a, b]) => a < b).map(([a, b]): Link => ({ from: `${a}`, to: `${b}` }));
        const placed = layered(items, links, 30);
        for (const { from, to } of links) expect(at(placed, from).y).toBeLessThan(at(placed, to).y);
        for (const a of items) {
          for (const b of items) {
            if (a.id >= b.id || at(placed, a.id).y !== at(placed, b.id).y) continue;
            expect(Math.abs(at(placed, a.id).x - at(placed, b.id).x)).toBeGreaterThanOrEqual(a.left + b.left);
          }
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

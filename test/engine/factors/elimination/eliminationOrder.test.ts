import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eliminationOrder } from '../../../../src/engine/factors/elimination/eliminationOrder';

const twos = (count: number) => new Array<number>(count).fill(2);

function buckets(...args: Parameters<typeof eliminationOrder>) {
  const order = eliminationOrder(...args);
  if (order.kind !== 'order') throw new Error(order.kind);
  return order.buckets;
}

/** A grid of variables that share tables with the next below and to the right. */
function grid(rows: number, columns: number): number[][] {
  const at = (r: number, c: number) => r * columns + c;
  return Array.from({ length: rows * columns }, (_, i) => {
    const [r, c] = [Math.floor(i / columns), i % columns];
    return [
      ...(c + 1 < columns ? [[at(r, c), at(r, c + 1)]] : []),
      ...(r + 1 < rows ? [[at(r, c), at(r + 1, c)]] : []),
    ];
  }).flat();
}

/** Whether every separator is what really shares a table with the variable when its turn comes. */
function isRight(scopes: readonly (readonly number[])[], order: ReturnType<typeof buckets>): void {
  let tables = scopes.map((scope) => new Set(scope));
  for (const { variable, separator } of order) {
    const union = new Set(tables.filter((table) => table.has(variable)).flatMap((table) => [...table]));
    union.delete(variable);
    expect([...separator].sort()).toEqual([...union].sort());
    tables = [...tables.filter((table) => !table.has(variable)), union];
  }
}

describe('the order of elimination', () => {
  it('of a chain makes no table of more than two variables', () => {
    const scopes = Array.from({ length: 3999 }, (_, t) => [t, t + 1]);
    const order = buckets(scopes, twos(4000), new Set(), 4);
    expect(order.length).toBe(4000);
    expect(Math.max(...order.map(({ separator }) => separator.length))).toBe(1);
  });

  it('of a star starts with its leaves, in time proportional to their number', () => {
    const scopes = Array.from({ length: 4000 }, (_, i) => [0, i + 1]);
    const order = buckets(scopes, twos(4001), new Set(), 4);
    expect(Math.max(...order.map(({ separator }) => separator.length))).toBe(1);
  });

  it('of a chain of which variables are kept leaves these in their tables', () => {
    const order = buckets(
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      twos(4),
      new Set([0, 3]),
      8,
    );
    expect(order.map(({ variable }) => variable).sort()).toEqual([1, 2]);
    expect(order.at(-1)!.separator.length).toBe(2);
  });

  it('of a grid of ten by ten makes tables of its width', () => {
    const order = buckets(grid(10, 10), twos(100), new Set(), 2 ** 20);
    const largest = Math.max(...order.map(({ separator }) => separator.length + 1));
    // The treewidth of a grid is its side: no order has tables of fewer than 11 variables. Min-fill comes close.
    expect(largest).toBeGreaterThanOrEqual(11);
    expect(largest).toBeLessThanOrEqual(14);
    isRight(grid(10, 10), order);
  });

  it('takes the smaller table of two that fill nothing', () => {
    // Two triangles that share an edge: both of their tips fill nothing.
    const scopes = [
      [0, 1, 2],
      [1, 2, 3],
    ];
    expect(buckets(scopes, [9, 2, 2, 3], new Set(), 1000)[0]!.variable).toBe(3);
    expect(buckets(scopes, [3, 2, 2, 9], new Set(), 1000)[0]!.variable).toBe(0);
  });

  it('names the table that would be too large', () => {
    const all = Array.from({ length: 6 }, (_, i) => i);
    const order = eliminationOrder([all], twos(6), new Set(), 32);
    if (order.kind !== 'too-large') throw new Error(order.kind);
    expect([...order.variables].sort()).toEqual(all);
  });

  it('may go by size alone', () => {
    isRight(grid(4, 4), buckets(grid(4, 4), twos(16), new Set(), 1000, 'size'));
  });

  it('has right separators in every graph', () => {
    const scope = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(scope, { maxLength: 20 }), fc.uniqueArray(fc.nat(11), { maxLength: 3 }), (scopes, keep) => {
        const order = buckets(scopes, twos(12), new Set(keep), 2 ** 12);
        const present = new Set(scopes.flat());
        expect(order.map(({ variable }) => variable).sort((a, b) => a - b)).toEqual(
          [...present].filter((variable) => !keep.includes(variable)).sort((a, b) => a - b),
        );
        isRight(scopes, order);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { collect, distribute } from '../../../../src/engine/factors/elimination/buckets';
import type { Table } from '../../../../src/engine/factors/elimination/table';

// p(a) and p(b | a), and the likelihoods of b's and a's states.
const prior: Table = { variables: [0], values: Float64Array.of(0.4, 0.6) };
const conditional: Table = { variables: [0, 1], values: Float64Array.of(0.9, 0.1, 0.2, 0.8) };
const seen: Table = { variables: [1], values: Float64Array.of(0.5, 1) };
const sizes = [2, 2];
const aLast = [
  { variable: 1, separator: [0] },
  { variable: 0, separator: [] },
];
const bLast = [
  { variable: 0, separator: [1] },
  { variable: 1, separator: [] },
];
const evidence = 0.4 * (0.45 + 0.1) + 0.6 * (0.1 + 0.8);
const logs = (tables: readonly Table[]) =>
  tables.map(({ variables, values }) => ({ variables, values: values.map(Math.log) }));

describe('a product of tables', () => {
  it.each([
    ['towards the root', aLast],
    ['away from it', bLast],
  ])('is summed %s, linear or in logarithms', (_, buckets) => {
    const tables = [prior, conditional, seen];
    expect(collect({ tables, sizes, buckets }, 'linear')!.logTotal).toBeCloseTo(Math.log(evidence), 14);
    expect(collect({ tables: logs(tables), sizes, buckets }, 'log')!.logTotal).toBeCloseTo(Math.log(evidence), 14);
  });

  it.each([
    ['linear', aLast],
    ['linear', bLast],
    ['log', aLast],
    ['log', bLast],
  ] as const)('gives each variable its distribution: %s', (scale, buckets) => {
    const tables = scale === 'log' ? logs([prior, conditional, seen]) : [prior, conditional, seen];
    const problem = { tables, sizes, buckets };
    const made = distribute(problem, collect(problem, scale)!, [1, 1]);
    expect(made[0]![0]).toBeCloseTo((0.4 * 0.55) / evidence, 14);
    expect(made[1]![0]).toBeCloseTo((0.5 * (0.36 + 0.12)) / evidence, 14);
  });

  it('is not summed linearly where that would lose something', () => {
    const far: Table = { variables: [0], values: Float64Array.of(1, 1e-200) };
    const tables = [prior, far, far, conditional];
    expect(collect({ tables, sizes, buckets: aLast }, 'linear')).toBeNull();
    expect(collect({ tables: [prior, far, conditional], sizes, buckets: aLast }, 'linear')).not.toBeNull();
  });

  it('of nothing but zeros is impossible', () => {
    const none: Table = { variables: [1], values: Float64Array.of(0, 0) };
    expect(collect({ tables: [prior, conditional, none], sizes, buckets: aLast }, 'linear')!.logTotal).toBe(
      Number.NEGATIVE_INFINITY,
    );
  });
});

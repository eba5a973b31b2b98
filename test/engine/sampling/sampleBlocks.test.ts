import { describe, expect, it } from 'vitest';
import type { Element } from '../../../src/engine/plan/graph';
import { rowsAtOnce, sampleBlocks } from '../../../src/engine/sampling/sampleBlocks';
import { inquire } from '../queries/inquire';

/** All rows: for each element its draws. */
function drawnRows(text: string, seed: number, count: number): number[][] {
  const inquiry = inquire(text, 16, seed);
  const elements = ['z', 'x'].map((key) => inquiry.graph.byKey(key));
  const all: number[][] = elements.map(() => []);
  for (const { draws, start, rows } of sampleBlocks(inquiry, elements, count)) {
    draws.forEach((values, i) => {
      const size = values.length / (start + rows);
      for (let j = start * size; j < values.length; j++) all[i]!.push(values[j]!);
    });
  }
  return all;
}

const bumps = `
latent   z     ~ Categorical([0.3, 0.5, 0.2])
observed x | z ~ Normal([-2, 0.5, 3][z], [0.5, 1, 0.7][z])
`;

describe('blocks of samples', () => {
  it('gives as many rows as are wanted', () => {
    for (const count of [0, 1, 16_384, 16_385])
      expect(drawnRows(bumps, 0, count).map((rows) => rows.length)).toEqual([count, count]);
  });

  it('begins a longer run with the rows of a shorter one', () => {
    const long = drawnRows(bumps, 3, 40_000);
    for (const count of [10, 16_384, 20_000])
      expect(drawnRows(bumps, 3, count)).toEqual(long.map((rows) => rows.slice(0, count)));
  });

  it('draws other rows for another seed, and in another block', () => {
    const [zero, one] = [drawnRows(bumps, 0, 16_384)[1]!, drawnRows(bumps, 1, 16_384)[1]!];
    const second = drawnRows(bumps, 0, 32_768)[1]!.slice(16_384);
    const shared = (a: readonly number[], b: readonly number[]) => a.filter((value, i) => value === b[i]).length;
    expect([shared(zero, one), shared(zero, second)]).toEqual([0, 0]);
  });

  it('draws from the model', () => {
    const [z, x] = drawnRows(bumps, 0, 60_000) as [number[], number[]];
    const share = (k: number) => z.filter((value) => value === k).length / z.length;
    // Five standard errors: sqrt(p (1 − p) / n).
    expect(Math.abs(share(1) - 0.3)).toBeLessThan(5 * Math.sqrt(0.21 / 60_000));
    expect(Math.abs(share(2) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 60_000));
    const third = x.filter((_, i) => z[i] === 3);
    const mean = third.reduce((sum, value) => sum + value, 0) / third.length;
    expect(Math.abs(mean - 3)).toBeLessThan(5 * (0.7 / Math.sqrt(third.length)));
  });
});

it('fewer rows are drawn at once where a row is wide', () => {
  const element = (shape: number[]) => ({ variable: { type: { kind: 'real', shape } } }) as unknown as Element;
  expect(rowsAtOnce([element([])])).toBe(16_384);
  expect(rowsAtOnce([element([64]), element([64])])).toBe(8192);
  expect(rowsAtOnce([element([1000, 1000])])).toBe(64);
});

import { describe, expect, it } from 'vitest';
import type { RowsPicture } from '../../../src/engine/api/aside';
import { final } from '../ask';
import { ask } from '../models';
import { inquire } from '../queries/inquire';
import { sampleAll } from '../queries/sampleAll';

const text = `
latent k ~ Categorical(low: 0.25, high: 0.75)
latent on ~ Bernoulli(0.5)
latent z[t] ~ Normal(0, 1)^2 for t in 1..2
observed x | k, on, z[2] ~ Normal([[5, 10][k], sum(z[2])], 0.01 + on)`;

function rowsOf(count: number, seed = 0, source = text): RowsPicture {
  const [answer] = final(ask(source, { seed, asides: [{ kind: 'rows', count, laws: true }] })).asides;
  if (answer?.kind !== 'rows') throw new Error(`Not rows but ${JSON.stringify(answer)}`);
  return answer;
}

describe('the rows beside a picture', () => {
  it('have a column for every number, latent and observed', () => {
    const { columns, count, seed } = rowsOf(20, 3);
    expect(columns.map(({ choice, role }) => [choice.label, role])).toEqual([
      ['k', 'latent'],
      ['on', 'latent'],
      ['z[1][1]', 'latent'],
      ['z[1][2]', 'latent'],
      ['z[2][1]', 'latent'],
      ['z[2][2]', 'latent'],
      ['x₁', 'observed'],
      ['x₂', 'observed'],
    ]);
    expect(columns.every(({ values }) => values.length === 20)).toBe(true);
    expect([count, seed]).toEqual([20, 3]);
    expect(columns[3]?.choice).toMatchObject({ variable: 'z', index: 1, coordinate: 2 });
  });

  it('name the values of categories and truth values by their codes', () => {
    const { columns } = rowsOf(5);
    expect(columns[0]?.labels).toEqual(['', 'low', 'high']);
    expect(columns[1]?.labels).toEqual(['false', 'true']);
    expect(columns[2]?.labels).toBeNull();
  });

  it('are those that every other query of the model draws with the seed, the shorter ones the first of the longer', () => {
    for (const seed of [0, 7]) {
      const [block] = [...sampleAll(inquire(text, 4096, seed), 30)];
      expect(rowsOf(30, seed).columns.map(({ values }) => [...values])).toEqual(block?.columns.map((one) => [...one]));
    }
    expect(rowsOf(10).columns[2]?.values).toEqual(rowsOf(30).columns[2]?.values.slice(0, 10));
    expect(rowsOf(10).columns[2]?.values).not.toEqual(rowsOf(10, 1).columns[2]?.values);
  });

  it('agree with the model', () => {
    const { columns } = rowsOf(1000);
    const [k, on, , , a, b, x1, x2] = columns.map(({ values }) => values);
    const share = (k ?? []).filter((code) => code === 2).length / 1000;
    expect(Math.abs(share - 0.75)).toBeLessThan(0.05);
    for (let i = 0; i < 1000; i++) {
      const sd = 0.01 + (on?.[i] ?? 0);
      expect(Math.abs((x1?.[i] ?? 0) - 5 * (k?.[i] ?? 0))).toBeLessThan(6 * sd);
      expect(Math.abs((x2?.[i] ?? 0) - (a?.[i] ?? 0) - (b?.[i] ?? 0))).toBeLessThan(6 * sd);
    }
  });

  it('tell what the observed variable depends on, parents first', () => {
    const { ancestors, parents } = rowsOf(
      1,
      0,
      'latent a ~ Normal(0, 1)\nlatent b | a ~ Normal(a, 1)\nobserved x | b ~ Normal(b, 1)',
    );
    expect(ancestors).toEqual(['a', 'b']);
    expect(parents).toEqual(['b']);
  });

  it('are fewer where one row is very long, and as many as fit', () => {
    const long = `latent z ~ Normal(0, 1)^2000\nobserved x ~ Normal(0, 1)`;
    const { count, columns } = rowsOf(1000, 0, long);
    expect(count).toBe(524);
    expect(columns.at(-1)?.values.length).toBe(524);
  });
});

import { describe, expect, it } from 'vitest';
import { allElements } from '../../../src/engine/plan/allElements';
import { inquire } from '../queries/inquire';
import { sampleAll } from '../queries/sampleAll';

const text = `
latent k ~ Bernoulli(0.25)
latent z[1] ~ Normal(0, 1)^2
latent z[t] | z[t-1] ~ Normal(z[t-1] + 10, 0.1) for t in 2..3
observed x | k, z[3] ~ Normal([k, sum(z[3])], 0.01)`;

/** All rows together. */
function rows(count: number, offset = 0, seed = 0) {
  const blocks = [...sampleAll(inquire(text, 4096, seed), count, offset)];
  const { names } = blocks[0]!;
  const columns = names.map((_, i) => blocks.flatMap((block) => Array.from(block.columns[i]!)));
  return { names, columns, blocks };
}

it('are all variables and all elements of chains, in the order of the model', () => {
  expect(allElements(inquire(text)).map(({ key }) => key)).toEqual(['k', 'z[1]', 'z[2]', 'z[3]', 'x']);
});

describe('samples of all elements', () => {
  it('names every number', () => {
    const { names, columns } = rows(5);
    expect(names).toEqual(['k', 'z[1][1]', 'z[1][2]', 'z[2][1]', 'z[2][2]', 'z[3][1]', 'z[3][2]', 'x[1]', 'x[2]']);
    expect(columns.map(({ length }) => length)).toEqual(names.map(() => 5));
  });

  it('draws jointly', () => {
    const { columns, names } = rows(2000);
    const column = (name: string) => columns[names.indexOf(name)]!;
    column('x[2]').forEach((x, i) => {
      expect(Math.abs(x - column('z[3][1]')[i]! - column('z[3][2]')[i]!)).toBeLessThan(0.1);
      expect(Math.abs(column('x[1]')[i]! - column('k')[i]!)).toBeLessThan(0.1);
      expect(Math.abs(column('z[3][1]')[i]! - column('z[1][1]')[i]! - 20)).toBeLessThan(1.5);
    });
    const share = column('k').reduce((a, b) => a + b, 0) / 2000;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
  });

  it('has the same row i however many there are and wherever they begin', () => {
    const whole = rows(40_000);
    expect(whole.blocks.length).toBeGreaterThan(1);
    expect(whole.blocks.map(({ first }) => first)).toEqual(
      whole.blocks.map((_, i) => whole.blocks.slice(0, i).reduce((sum, { count }) => sum + count, 0)),
    );
    const some = rows(20_000, 15_000);
    some.columns.forEach((column, i) => {
      expect(column).toEqual(whole.columns[i]!.slice(15_000, 35_000));
    });
    expect(rows(10).columns).toEqual(whole.columns.map((column) => column.slice(0, 10)));
  });

  it('has other rows for another seed', () => {
    expect(rows(10, 0, 1).columns[1]).not.toEqual(rows(10).columns[1]);
  });

  it('has no rows where none are wanted', () => {
    expect([...sampleAll(inquire(text), 0)]).toEqual([]);
  });
});

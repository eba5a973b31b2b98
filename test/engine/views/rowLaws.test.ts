import { describe, expect, it } from 'vitest';
import { final } from '../ask';
import { ask } from '../models';

/** Values of the variables and what the observed one was drawn from, row by row. */
function lawsOf(text: string, count = 40): { laws: readonly string[]; value(label: string, row: number): number } {
  const [answer] = final(ask(text, { asides: [{ kind: 'rows', count, laws: true }] })).asides;
  if (answer?.kind !== 'rows' || answer.laws === null) throw new Error('No laws.');
  const { laws, columns } = answer;
  const value = (label: string, row: number): number =>
    columns.find(({ choice }) => choice.label === label)?.values[row] ?? Number.NaN;
  return { laws, value };
}

describe('what a row was drawn from', () => {
  it('is the row of the table that the category chooses', () => {
    const { laws, value } = lawsOf(
      'latent z ~ Categorical(blue: 0.3, orange: 0.7)\nobserved x | z ~ Normal([-2, 0.5][z], [0.5, 1][z])',
    );
    const expected = ['Normal(−2, 0.5)', 'Normal(0.5, 1)'];
    expect(new Set(laws)).toEqual(new Set(expected));
    laws.forEach((law, row) => {
      expect(law).toBe(expected[value('z', row) - 1]);
    });
  });

  it('is the distribution of a case, each with its own family', () => {
    const { laws, value } = lawsOf(
      'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Uniform(-1, 2), false: Laplace(5, 0.5) }',
    );
    laws.forEach((law, row) => {
      expect(law).toBe(value('k', row) === 1 ? 'Uniform(−1, 2)' : 'Laplace(5, 0.5)');
    });
  });

  it('is computed from continuous values, and through lets', () => {
    const { laws, value } = lawsOf('latent z ~ Normal(0, 1)\nlet m = 3 * z\nobserved x | z ~ Normal(m, 0.1)');
    laws.forEach((law, row) => {
      const [mean, sd] = /^Normal\((.*), (.*)\)$/.exec(law)?.slice(1) ?? [];
      expect(Math.abs(Number(mean?.replace('−', '-')) / (3 * value('z', row)) - 1)).toBeLessThan(0.006);
      expect(sd).toBe('0.1');
    });
  });

  it('writes vectors, long ones in part, and no matrices', () => {
    expect(lawsOf('observed x ~ Normal([1, 2], 3)', 2).laws).toEqual(['Normal([1, 2], 3)', 'Normal([1, 2], 3)']);
    expect(lawsOf('observed x ~ Normal([1, 2, 3, 4, 5], 1)', 1).laws).toEqual(['Normal([1, 2, 3, 4, …], 1)']);
    expect(lawsOf('observed x ~ MultivariateNormal([1, 2], [[1, 0.5], [0.5, 1]])', 1).laws).toEqual([
      'MultivariateNormal([1, 2], …)',
    ]);
    expect(lawsOf('observed x ~ Normal(0, 1)^3', 1).laws).toEqual(['Normal(0, 1)']);
  });
});

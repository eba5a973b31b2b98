import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { exactPosteriors } from '../../../src/engine/queries/exactPosteriors';
import { byNodes } from '../../../src/engine/queries/posterior';
import { continuous, discrete, finalAnswer, inquire, logNormal, normal, result, seen, trapezoid } from './inquire';

function exact(text: string, of: readonly string[], values: Parameters<typeof seen>[0] = {}) {
  const inquiry = inquire(text);
  const found = result(
    exactPosteriors(
      inquiry,
      of.map((key) => inquiry.graph.byKey(key)),
      seen(values),
    ),
  );
  return {
    keys: Array.from(found.of.keys(), ({ key }) => key),
    of: (key: string) => found.of.get(inquiry.graph.byKey(key))!,
    impossible: found.impossible,
    alone: (key: string) => finalAnswer(byNodes(inquiry, inquiry.graph.byKey(key), seen(values))),
  };
}

const chain = (name: string, length: number) => Array.from({ length }, (_, t) => `${name}[${t + 1}]`);
const values = (name: string, list: readonly number[]) =>
  Object.fromEntries(list.map((value, t) => [`${name}[${t + 1}]`, value]));

const switching = `
latent   k             ~ Categorical([0.2, 0.5, 0.3])
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1], k ~ Normal([0.2, 0.9, -0.5][k] * z[t-1] + [0, 1, 2][k], 0.4) for t in 2..6
observed x[t] | z[t]   ~ Normal(z[t], 0.5) for t in 1..6`;

describe('exact posteriors of several elements', () => {
  it('of a tree of tables are those of one after the other', () => {
    const text = `
latent a ~ Categorical([0.2, 0.3, 0.5])
latent b | a ~ Categorical([[0.1, 0.9], [0.6, 0.4], [0.5, 0.5]][a])
latent c | a ~ Categorical([[0.3, 0.7], [0.2, 0.8], [0.9, 0.1]][a])
latent d | b, c ~ Bernoulli(0.1 + 0.2 * b + 0.1 * c)
observed x | d ~ Normal(d, 0.7)
observed y | c ~ Poisson(c)`;
    const found = exact(text, ['a', 'b', 'c', 'd'], { x: 0.8, y: 2 });
    expect(found.keys).toEqual(['a', 'b', 'c', 'd']);
    for (const key of found.keys) {
      const [all, alone] = [discrete(found.of(key)), discrete(found.alone(key))];
      expect(all.logEvidence).toBeCloseTo(alone.logEvidence, 13);
      expect([...all.probabilities]).toEqual([...alone.probabilities].map((p) => expect.closeTo(p, 13)));
      expect([all.labels, all.mostProbable]).toEqual([alone.labels, alone.mostProbable]);
    }
  });

  it('of a linear chain under a discrete variable are mixtures of Gaussians, and that variable has its own', () => {
    const seenValues = values('x', [0.3, 1.2, 1.9, 2.2, 2.4, 3.1]);
    const found = exact(switching, ['k', ...chain('z', 6)], seenValues);
    expect(found.keys).toEqual(['k', ...chain('z', 6)]);
    expect([...discrete(found.of('k')).probabilities]).toEqual(
      [...discrete(found.alone('k')).probabilities].map((p) => expect.closeTo(p, 12)),
    );
    for (const key of chain('z', 6)) {
      const [all, alone] = [continuous(found.of(key)), continuous(found.alone(key))];
      expect(all.mean[0]).toBeCloseTo(alone.mean[0]!, 12);
      expect(all.covariance[0]).toBeCloseTo(alone.covariance[0]!, 12);
      expect(all.logEvidence).toBeCloseTo(alone.logEvidence, 12);
      expect([...all.quantiles[0]!]).toEqual([...alone.quantiles[0]!].map((q) => expect.closeTo(q, 10)));
      expect(all.method).toMatchObject({ name: 'gaussian', states: 3 });
    }
  });

  it('of what a hidden chain is to emit are mixtures over its state', () => {
    const text = `
param A = [[0.9, 0.1], [0.2, 0.8]]
latent   z[1]          ~ Categorical([0.5, 0.5])
latent   z[t] | z[t-1] ~ Categorical(A[z[t-1]]) for t in 2..40
observed x[t] | z[t]   ~ Normal([-1, 2][z[t]], [1, 0.5][z[t]]) for t in 1..40`;
    const given = values(
      'x',
      Array.from({ length: 20 }, (_, t) => (t < 12 ? -1 : 2)),
    );
    const found = exact(text, ['z[30]', 'x[30]'], given);
    const [, p] = discrete(found.of('z[30]')).probabilities;
    const { mean, quantiles, method } = continuous(found.of('x[30]'));
    expect(mean[0]).toBeCloseTo(-1 + 3 * p!, 12);
    const below = (x: number) => trapezoid((y) => (1 - p!) * normal(y, -1, 1) + p! * normal(y, 2, 0.5), -12, x, 20_000);
    quantileLevels.forEach((level, i) => {
      expect(below(quantiles[0]![i]!)).toBeCloseTo(level, 6);
    });
    expect(method).toMatchObject({ exact: true, name: 'gaussian' });
  });

  it('have the evidence of parts that have nothing to do with them, closed or not', () => {
    const text = `
latent   z ~ Bernoulli(0.3)
observed x | z ~ Normal(z, 1)
latent   w ~ Normal(0, 1)
observed y | w ~ Normal(w, 1)
latent   u ~ Uniform(0, 1)
observed v | u ~ Bernoulli(u)`;
    const found = exact(text, ['z', 'w', 'u'], { x: 0.5, y: 1, v: 1 });
    expect(found.keys).toEqual(['z', 'w']);
    const log = logNormal(0.5, 0, 1) + logNormal(1, 0, Math.SQRT2) + Math.log(0.5);
    expect(found.of('z').logEvidence).toBeCloseTo(log, 6);
    expect(found.of('w').logEvidence).toBeCloseTo(log, 6);
    expect(exact(text, ['z', 'w']).of('z').logEvidence).toBe(0);
  });

  it('leave out what takes nodes, and what is known', () => {
    expect(exact('latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)', ['z'], { x: 1 }).keys).toEqual([]);
    expect(exact('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', ['x', 'z'], { x: 1 }).keys).toEqual(['z']);
  });

  it('of impossible evidence say so', () => {
    const table = exact('latent z ~ Bernoulli(0.5)\nobserved x | z ~ Uniform(0, 1 + z)', ['z'], { x: 3 });
    expect(table.impossible).toMatch(/^x = 3 is impossible/);
    expect(table.of('z').logEvidence).toBe(Number.NEGATIVE_INFINITY);
    const point = exact('latent z ~ Normal(0, 1)\nlatent a | z ~ Dirac(z)\nobserved x | a ~ Dirac(2 * a)', ['z'], {
      a: 1,
      x: 3,
    });
    expect(point.impossible).toMatch(/impossible/);
    expect(continuous(point.of('z')).mean[0]).toBeNaN();
  });
});

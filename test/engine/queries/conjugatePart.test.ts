import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { conjugateBelief } from '../../../src/engine/queries/conjugateBelief';
import { conjugateStates } from '../../../src/engine/queries/conjugatePart';
import { continuous, densityOf, discrete, posteriorOf, trapezoid } from './inquire';
import { plannedByNodes } from './plans';

type Values = Parameters<typeof plannedByNodes>[1];

function states(text: string, values: Values) {
  const { given, part, plan, known } = plannedByNodes(text, values);
  return conjugateStates(given, part, plan, known);
}

const change = `
latent k ~ DiscreteUniform(1, 4)
latent early ~ Exponential(0.5)
latent late ~ Gamma(2, 3)
observed n[t] | k, early, late ~ Poisson(case max(0, min(1, k - t + 1)) { 1: 2 * early, else: late }) for t in 1..4
observed w | k, late ~ Exponential(case k { 1: 3 * late, else: late })`;
const seen = { 'n[1]': 7, 'n[2]': 3, 'n[3]': 1, 'n[4]': 0, w: 0.7 };

/** By numbers for the rates: the probability of what is seen with the change at k, and of early up to some place, times a power of it. */
function byNumbers(k: number, upTo = 40, power = 0) {
  const poisson = (n: number, rate: number) => (rate ** n * Math.exp(-rate)) / [1, 1, 2, 6, 24, 120, 720, 5040][n]!;
  const counts = [7, 3, 1, 0];
  const early = trapezoid(
    (x) => counts.slice(0, k).reduce((p, n) => p * poisson(n, 2 * x), 0.5 * x ** power * Math.exp(-0.5 * x)),
    1e-12,
    upTo,
    20_000,
  );
  const late = trapezoid(
    (x) => {
      const own = k === 1 ? 3 * x : x;
      return counts.slice(k).reduce((p, n) => p * poisson(n, x), 9 * x * Math.exp(-3 * x) * own * Math.exp(-own * 0.7));
    },
    1e-12,
    40,
    20_000,
  );
  return (early * late) / 4;
}

describe('rates in closed form', () => {
  const all = [1, 2, 3, 4].map((k) => byNumbers(k));
  const total = all.reduce((a, b) => a + b, 0);

  it('give the evidence, and the probabilities of a change point', () => {
    const answer = discrete(posteriorOf(change, 'k', seen));
    expect(answer.logEvidence).toBeCloseTo(Math.log(total), 6);
    answer.probabilities.forEach((p, i) => {
      expect(p).toBeCloseTo(all[i]! / total, 6);
    });
    expect(answer.method).toMatchObject({ name: 'sum', exact: true, states: 4 });
    expect(answer.method.sentence).toContain('closed form');
    const points = Object.fromEntries(Object.entries(seen).map(([key, value]) => [key, [value]]));
    expect(densityOf(change, points).logDensity[0]).toBeCloseTo(answer.logEvidence, 12);
  });

  it('are mixtures of Gammas', () => {
    const { mean, covariance, quantiles } = continuous(posteriorOf(change, 'early', seen));
    quantiles[0]!.forEach((q, i) => {
      const below = [1, 2, 3, 4].reduce((sum, k) => sum + byNumbers(k, q), 0);
      expect(below / total).toBeCloseTo(quantileLevels[i]!, 6);
    });
    const moment = (power: number) => [1, 2, 3, 4].reduce((sum, k) => sum + byNumbers(k, 40, power), 0) / total;
    expect(mean[0]).toBeCloseTo(moment(1), 6);
    expect(covariance[0]).toBeCloseTo(moment(2) - moment(1) ** 2, 6);
  });

  it('agree with nodes, which do not see that they are conjugate', () => {
    const text = `
latent a ~ Gamma(2, 1)
latent b ~ Gamma(0.5, 2)
observed n | a ~ Poisson(3 * a)
observed y | b ~ Gamma(1.5, b)
observed z | b, k ~ Exponential(case k { true: 2 * b, false: b })
latent k ~ Bernoulli(0.3)`;
    const bent = text.replace('3 * a', 'exp(log(3 * a))').replace('Gamma(1.5, b)', 'Gamma(1.5, exp(log(b)))');
    const given = { n: 4, y: 1.2, z: 0.3 };
    for (const of of ['b', 'a']) {
      const [closed, nodes] = [text, bent].map((each) => continuous(posteriorOf(each, of, given)));
      expect(closed!.logEvidence).toBeCloseTo(nodes!.logEvidence, 7);
      expect(closed!.mean[0]).toBeCloseTo(nodes!.mean[0]!, 6);
      expect(closed!.covariance[0]).toBeCloseTo(nodes!.covariance[0]!, 6);
    }
    expect(posteriorOf(text, 'b', given).method.exact).toBe(true);
    expect(posteriorOf(bent, 'a', given).method.exact).toBe(false);
  });

  it('are as exact for large counts', () => {
    // Sum of two Poissons with one rate: negative binomial in the total, binomial in how it splits.
    const text =
      'latent k ~ Bernoulli(0.5)\nlatent r ~ Gamma(3, 1e-6)\nobserved n | r, k ~ Poisson(case k { true: r, false: 2 * r })';
    const { logEvidence } = discrete(posteriorOf(text, 'k', { n: 3_000_000 }));
    // p(n) = C(n + 2, 2) p³ (1 − p)ⁿ with p = 1e-6 / (1e-6 + c).
    const log = (c: number) => {
      const n = 3_000_000;
      return Math.log(((n + 2) / 2) * (n + 1)) + 3 * Math.log(1e-6 / (c + 1e-6)) - n * Math.log1p(1e-6 / c);
    };
    expect(logEvidence).toBeCloseTo(Math.log(0.5 * (Math.exp(log(1)) + Math.exp(log(2)))), 9);
  });

  it('of impossible values are none', () => {
    const text =
      'latent k ~ Bernoulli(0.5)\nlatent r ~ Gamma(3, 1)\nobserved w | r, k ~ Exponential(case k { true: r, false: 2 * r })';
    expect(densityOf(text, { w: [-1] }).logDensity[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  it.each([
    ['a rate that is not a multiple', 'observed x | r, q ~ Poisson(r + q)'],
    ['a rate with something added', 'observed x | r, q ~ Poisson(r + 1)'],
    ['another family', 'observed x | r, q ~ Geometric(r / (1 + r + q))'],
  ])('are not for %s', (_, observed) => {
    expect(states(`latent r ~ Gamma(1, 1)\nlatent q ~ Gamma(2, 1)\n${observed}`, { x: 2 })).toBeNull();
  });

  it('are not for another prior, nor for what the part does not have', () => {
    const text = 'latent r ~ HalfNormal(1)\nlatent q ~ Gamma(2, 1)\nobserved x | r, q ~ Poisson(r * q)';
    expect(states(text, { x: 2 })).toBeNull();
    const { given, graph, part, plan, known } = plannedByNodes(change, seen);
    expect(conjugateBelief(given, part, plan, known, graph.byKey('w'))).toBeNull();
  });
});

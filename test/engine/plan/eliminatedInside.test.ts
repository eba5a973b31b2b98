import { describe, expect, it } from 'vitest';
import { insideOf, logSumsInside, nodesAtOnce } from '../../../src/engine/plan/eliminatedInside';
import type { Batch } from '../../../src/engine/values/batch';
import { continuous, densityOf, discrete, inquire, normal, posteriorOf, trapezoid } from '../queries/inquire';
import { plannedByNodes } from '../queries/plans';

const coins = (count: number) => `
latent theta ~ Beta(2, 1)
latent z[n] | theta ~ Bernoulli(theta) for n in 1..${count}
observed w[n] | z[n] ~ Normal(case z[n] { true: 1, false: -1 }, 0.8) for n in 1..${count}`;

/** p(w | θ) of coins that were seen through noise. */
const seenThrough = (theta: number, w: readonly number[]) =>
  w.reduce((p, each) => p * (theta * normal(each, 1, 0.8) + (1 - theta) * normal(each, -1, 0.8)), 1);

const values = Array.from({ length: 14 }, (_, n) => 1.6 * Math.sin(2 * n) + 0.3);
const given = Object.fromEntries(values.map((w, n) => [`w[${n + 1}]`, w]));

describe('discrete variables below a continuous one', () => {
  it('are summed out inside each node', () => {
    const { plan } = plannedByNodes(coins(14), given, ['theta']);
    expect(plan.inside!.free.size).toBe(14);
    expect(plan.table.count).toBe(1);
    expect([plan.dimensions, plan.drawn]).toEqual([1, 0]);
    const { logEvidence, mean, method } = continuous(posteriorOf(coins(14), 'theta', given));
    const f = (theta: number) => 2 * theta * seenThrough(theta, values);
    const evidence = trapezoid(f, 0, 1, 20000);
    expect(logEvidence).toBeCloseTo(Math.log(evidence), 8);
    expect(mean[0]!).toBeCloseTo(trapezoid((theta) => theta * f(theta), 0, 1, 20000) / evidence, 8);
    expect(method.name).toBe('quadrature');
  });

  it('of which one is asked for has its own states, the others summed out', () => {
    const answer = discrete(posteriorOf(coins(14), 'z[3]', given));
    const others = values.filter((_, n) => n !== 2);
    const joint = (is: boolean) =>
      trapezoid(
        (theta) =>
          2 * theta * (is ? theta : 1 - theta) * normal(values[2]!, is ? 1 : -1, 0.8) * seenThrough(theta, others),
        0,
        1,
        20000,
      );
    const [no, yes] = [joint(false), joint(true)];
    expect(answer.probabilities[1]!).toBeCloseTo(yes / (no + yes), 8);
    expect(answer.logEvidence).toBeCloseTo(Math.log(no + yes), 8);
  });

  it('are summed out at every point of a curve', () => {
    const { 'w[14]': _, ...rest } = given;
    const text = coins(14);
    const points = [-1.5, 0, 0.7];
    const { logDensity } = densityOf(
      text,
      Object.fromEntries([...Object.entries(rest).map(([key, w]) => [key, points.map(() => w)]), ['w[14]', points]]),
    );
    points.forEach((point, p) => {
      const f = (theta: number) => 2 * theta * seenThrough(theta, [...values.slice(0, 13), point]);
      expect(logDensity[p]!).toBeCloseTo(Math.log(trapezoid(f, 0, 1, 20000)), 8);
    });
  });

  it('hang together along a chain', () => {
    // A hidden Markov chain that stays with probability p, which is unknown.
    const text = `
latent p ~ Beta(2, 2)
latent z[1] ~ Bernoulli(0.5)
latent z[t] | z[t-1], p ~ Bernoulli(case z[t-1] { true: p, false: 1 - p }) for t in 2..30
observed x[t] | z[t] ~ Normal(case z[t] { true: 1, false: -1 }, 1) for t in 1..30`;
    const x = Array.from({ length: 30 }, (_, t) => Math.sin(0.5 * t) + 0.4 * Math.cos(7 * t));
    const evidence = (p: number) => {
      let [no, yes] = [0.5 * normal(x[0]!, -1, 1), 0.5 * normal(x[0]!, 1, 1)];
      for (const each of x.slice(1)) {
        [no, yes] = [(no * p + yes * (1 - p)) * normal(each, -1, 1), (no * (1 - p) + yes * p) * normal(each, 1, 1)];
      }
      return no + yes;
    };
    const answer = continuous(posteriorOf(text, 'p', Object.fromEntries(x.map((each, t) => [`x[${t + 1}]`, each]))));
    const f = (p: number) => 6 * p * (1 - p) * evidence(p);
    expect(answer.logEvidence).toBeCloseTo(Math.log(trapezoid(f, 0, 1, 4000)), 8);
    expect(answer.mean[0]!).toBeCloseTo(trapezoid((p) => p * f(p), 0, 1, 4000) / trapezoid(f, 0, 1, 4000), 8);
  });

  it('may be counts', () => {
    const text = `
latent z ~ Normal(0, 1)
latent k[n] | z ~ Binomial(9, sigmoid(z)) for n in 1..4
observed y[n] | k[n] ~ Normal(k[n], 0.7) for n in 1..4`;
    const y = [3.2, 5.1, 4.4, 2.9];
    const choose = [1, 9, 36, 84, 126, 126, 84, 36, 9, 1];
    const f = (z: number) => {
      const p = 1 / (1 + Math.exp(-z));
      return y.reduce(
        (all, each) =>
          all * choose.reduce((sum, c, k) => sum + c * p ** k * (1 - p) ** (9 - k) * normal(each, k, 0.7), 0),
        normal(z, 0, 1),
      );
    };
    const answer = continuous(posteriorOf(text, 'z', Object.fromEntries(y.map((each, n) => [`y[${n + 1}]`, each]))));
    expect(answer.logEvidence).toBeCloseTo(Math.log(trapezoid(f, -9, 9, 4000)), 8);
  });

  it('that are the same function of the node are summed once', () => {
    const text = `
latent share ~ Dirichlet([0.8, 0.8])
latent z[n] | share ~ Categorical(share) for n in 1..200
observed w[n] | z[n] ~ Categorical([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7]][z[n]]) for n in 1..200`;
    const words = Array.from({ length: 200 }, (_, n) => 1 + ((n * n + 3 * n) % 7 < 4 ? 0 : n % 2 === 0 ? 1 : 2));
    const seen = Object.fromEntries(words.map((w, n) => [`w[${n + 1}]`, w]));
    const { plan } = plannedByNodes(text, seen, ['share']);
    expect(plan.inside!.groups.map(({ times }) => times).sort()).toEqual(
      [1, 2, 3].map((w) => words.filter((each) => each === w).length).sort(),
    );
    const { logEvidence, mean } = continuous(posteriorOf(text, 'share', seen));
    // θ = sin² φ takes the infinite ends away: the density in φ is 2 B(0.8, 0.8)⁻¹ (sin φ cos φ)^0.6.
    const log = (phi: number) => {
      const theta = Math.sin(phi) ** 2;
      const p = [0.6, 0.3, 0.1].map((a, k) => theta * a + (1 - theta) * [0.1, 0.2, 0.7][k]!);
      return words.reduce((sum, w) => sum + Math.log(p[w - 1]!), 0) + 200;
    };
    const f = (phi: number) => (Math.sin(phi) * Math.cos(phi)) ** 0.6 * Math.exp(log(phi));
    const prior = trapezoid((phi) => (Math.sin(phi) * Math.cos(phi)) ** 0.6, 0, Math.PI / 2, 200000);
    const whole = trapezoid(f, 0, Math.PI / 2, 200000);
    expect(logEvidence).toBeCloseTo(Math.log(whole / prior) - 200, 8);
    expect(mean[0]!).toBeCloseTo(trapezoid((phi) => Math.sin(phi) ** 2 * f(phi), 0, Math.PI / 2, 200000) / whole, 8);
  });

  it('are none where a continuous one depends on them, or nothing is known of them', () => {
    const { plan } = plannedByNodes(
      'latent k ~ Bernoulli(0.5)\nlatent z | k ~ Normal(k, 1)\nobserved x | z ~ Cauchy(z, 1)',
      { x: 1 },
    );
    expect(plan.inside).toBeNull();
  });
});

it('logSumsInside sums at each node by itself', () => {
  const { given: numbers, plan, known } = plannedByNodes(coins(14), given, ['theta']);
  const theta = Float64Array.of(0.2, 0.9);
  const all = new Map<string, Batch>([['theta', { nodes: 2, size: 1, data: theta }]]);
  for (const [key, each] of known) all.set(key, { nodes: 1, size: 1, data: each.values });
  const logs = logSumsInside(numbers, plan.inside!, all, 2);
  theta.forEach((each, n) => {
    expect(logs[n]!).toBeCloseTo(Math.log(seenThrough(each, values)), 12);
  });
  expect(nodesAtOnce(plan.inside!)).toBeGreaterThan(1000);
});

it('insideOf is null where nothing unknown and discrete lies below', () => {
  const { given: numbers, graph } = inquire('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)');
  expect(insideOf(numbers, [graph.byKey('z'), graph.byKey('x')], new Map(), new Set())).toBeNull();
});

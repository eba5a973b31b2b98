import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eliminate } from '../../../../src/engine/factors/elimination/elimination';
import { discretePosteriors } from '../../../../src/engine/factors/tables/posterior';
import { settledNetwork } from '../../../../src/engine/factors/tables/settledNetwork';
import reference from '../../../reference/models.json';
import { closureOf, elements, evidenceOf, question } from './questions';
import { enumerate, randomNetworks } from './randomNetworks';

/** The joint posterior of some variables: all others are summed out. */
function joint(text: string, keys: string[], evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const [targets, seen] = [elements(asked.graph, ...keys), evidenceOf(evidence)];
  const network = settledNetwork(asked.given, closureOf(asked, targets, seen), seen);
  if (network.kind !== 'network') throw new Error(network.kind);
  const sizes = new Map(Array.from(network.states, ([key, { count }]) => [key, count]));
  const sum = eliminate(network.factors, keys, sizes);
  if (sum.kind !== 'factor') throw new Error(sum.kind);
  const { values, logScale } = sum.factor;
  const total = values.reduce((a, b) => a + b, 0);
  return {
    states: keys.map((key) => network.states.get(key)!),
    probabilities: total > 0 ? values.map((value) => value / total) : values,
    logEvidence: logScale + Math.log(total),
  };
}

function single(text: string, targets: string[], evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const [own, seen] = [elements(asked.graph, ...targets), evidenceOf(evidence)];
  const result = discretePosteriors(asked.given, closureOf(asked, own, seen), own, seen);
  if (result.kind !== 'single') throw new Error(result.kind);
  return { ...result, of: new Map(targets.map((key, i) => [key, result.of[i]!])) };
}

function close(actual: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(tolerance);
  });
}

interface Hmm {
  readonly x: readonly number[];
  readonly log_marginal: number;
  readonly smoothed_posterior: readonly (readonly number[])[];
}

describe('a hidden Markov model', () => {
  const hmm = reference.models.find(({ name }) => name === 'hmm-3-state') as unknown as Hmm;
  const text = `
    param A = [[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]]
    param E = [[0.9, 0.1], [0.4, 0.6], [0.2, 0.8]]
    latent   z[1]          ~ Categorical([0.5, 0.3, 0.2])
    latent   z[t] | z[t-1] ~ Categorical(A[z[t-1]])  for t in 2..8
    observed x[t] | z[t]   ~ Categorical(E[z[t]])    for t in 1..8`;
  const evidence = Object.fromEntries(hmm.x.map((x, i) => [`x[${i + 1}]`, x + 1]));
  const keys = hmm.x.map((_, i) => `z[${i + 1}]`);

  it('has the reference evidence and smoothed posteriors', () => {
    const { of, logEvidence } = single(text, keys, evidence);
    expect(logEvidence).toBeCloseTo(hmm.log_marginal, 12);
    for (const [t, key] of keys.entries()) close(of.get(key)!.probabilities, hmm.smoothed_posterior[t]!, 1e-13);
  });

  it('has the same posteriors one by one', () => {
    for (const [t, key] of keys.entries()) {
      close(joint(text, [key], evidence).probabilities, hmm.smoothed_posterior[t]!, 1e-13);
    }
  });
});

interface Sprinkler {
  readonly joint: readonly { readonly state: readonly number[]; readonly p: number }[];
  readonly marginals: Readonly<Record<string, readonly number[]>>;
  readonly pairwise_p11: Readonly<Record<string, number>>;
  readonly posteriors: readonly {
    readonly query: string;
    readonly evidence: Readonly<Record<string, number>>;
    readonly p: readonly number[];
    readonly log_evidence: number;
  }[];
}

describe('a network of look-up tables', () => {
  const sprinkler = reference.models.find(({ name }) => name === 'bayesnet-sprinkler') as unknown as Sprinkler;
  const text = `
    latent   C        ~ Bernoulli(0.5)
    latent   S | C    ~ Bernoulli(case C { true: 0.1, false: 0.5 })
    latent   R | C    ~ Bernoulli(case C { true: 0.8, false: 0.2 })
    observed W | S, R ~ Bernoulli(case S, R { false, false: 0.01, true, false: 0.9, false, true: 0.9, true, true: 0.99 })
    observed L | R    ~ Bernoulli(case R { true: 0.7, false: 0.05 })`;

  it('has the reference joint distribution', () => {
    close(
      joint(text, ['C', 'S', 'R', 'W', 'L'], {}).probabilities,
      sprinkler.joint.map(({ p }) => p),
      1e-15,
    );
  });

  it('has the reference marginals', () => {
    const { of, logEvidence } = single(text, ['C', 'S', 'R', 'W', 'L'], {});
    expect(logEvidence).toBe(0);
    for (const [key, p] of Object.entries(sprinkler.marginals)) close(of.get(key)!.probabilities, p, 1e-15);
  });

  it.each(Object.entries(sprinkler.pairwise_p11))('has the reference probability of both of %s', (pair, p) => {
    expect(joint(text, pair.split(','), {}).probabilities[3]).toBeCloseTo(p, 15);
  });

  it.each(sprinkler.posteriors)('has the reference posterior of $query given $evidence', (expected) => {
    const { probabilities, logEvidence } = joint(text, [expected.query], expected.evidence);
    close(probabilities, expected.p, 1e-15);
    expect(logEvidence).toBeCloseTo(expected.log_evidence, 14);
  });
});

const logSumExp = (logs: readonly number[]) => {
  const most = Math.max(...logs);
  return most === Number.NEGATIVE_INFINITY
    ? most
    : most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
};

describe('a random network agrees with the enumeration of its joint states', () => {
  const options = { numRuns: 60, seed: 7 };

  it('in its evidence, joint and single posteriors', () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        const states = enumerate(network);
        const logEvidence = logSumExp(states.map(({ log }) => log));
        const keys = network.latents.map(({ key }) => key);
        const whole = joint(network.text, keys, network.evidence);
        const each = single(network.text, keys, network.evidence);
        if (Object.keys(network.evidence).length > 0) {
          const tolerance = 1e-12 * Math.max(1, Math.abs(logEvidence));
          expect(Math.abs(whole.logEvidence - logEvidence)).toBeLessThanOrEqual(tolerance);
          expect(Math.abs(each.logEvidence - logEvidence)).toBeLessThanOrEqual(tolerance);
        }
        const expected = states.map(({ log }) => Math.exp(log - logEvidence));
        close(whole.probabilities, expected, 1e-10);
        network.latents.forEach(({ key, count }, i) => {
          const own = new Array<number>(count).fill(0);
          states.forEach(({ codes }, s) => {
            own[codes[i]! - 1]! += expected[s]!;
          });
          close(each.of.get(key)!.probabilities, own, 1e-10);
          close(joint(network.text, [key], network.evidence).probabilities, own, 1e-10);
        });
      }),
      options,
    );
  });
});

describe('evidence far out', () => {
  it('forty standard deviations away has the right posterior and log evidence', () => {
    const text = `
      latent   z     ~ Categorical([0.3, 0.7])
      observed x | z ~ Normal([0, 1][z], 1)`;
    const { probabilities, logEvidence } = joint(text, ['z'], { x: -40 });
    const log = (weight: number, z: number) => Math.log(weight) - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
    const [near, far] = [log(0.3, 40), log(0.7, 41)];
    expect(Math.log(probabilities[1]!)).toBeCloseTo(far - near, 10);
    expect(logEvidence).toBeCloseTo(near, 10);
  });

  it('that contradicts itself is weighed, however unlikely each part makes the other', () => {
    const text = `
      latent   z     ~ Bernoulli(0.5)
      observed x | z ~ Normal([-100, 100][z + 1], 1)
      observed y | z ~ Normal([-100, 100][z + 1], 1)`;
    const { probabilities, logEvidence } = joint(text, ['z'], { x: 100, y: -100.01 });
    // z = 0 is 200 sd from x and 0.01 from y, z = 1 the other way about and 200.01.
    const logs = [-0.5 * (200 ** 2 + 0.01 ** 2), -0.5 * 200.01 ** 2];
    expect(Math.log(probabilities[1]! / probabilities[0]!)).toBeCloseTo(logs[1]! - logs[0]!, 8);
    expect(logEvidence).toBeCloseTo(
      Math.log(0.5) + logs[0]! + Math.log1p(Math.exp(logs[1]! - logs[0]!)) - Math.log(2 * Math.PI),
      8,
    );
  });

  it('of one regime and then of the other leaves both open', () => {
    const steps = 400;
    const text = `
      latent   z[1]          ~ Bernoulli(0.5)
      latent   z[t] | z[t-1] ~ Bernoulli(case z[t-1] { true: 1, false: 0 }) for t in 2..${steps}
      observed x[t] | z[t]   ~ Normal([-2, 2][z[t] + 1], 1)                 for t in 1..${steps}`;
    const evidence = Object.fromEntries(
      Array.from({ length: steps }, (_, i) => [`x[${i + 1}]`, i < steps / 2 ? -2 : i === steps - 1 ? 2.1 : 2]),
    );
    const { of } = single(text, ['z[1]', `z[${steps}]`], evidence);
    for (const { probabilities } of of.values()) {
      expect(Math.log(probabilities[1]! / probabilities[0]!)).toBeCloseTo(0.4, 8);
    }
  });

  it('reaches counts that their prior all but excludes', () => {
    const text = `
      latent   n     ~ Poisson(3)
      observed x | n ~ Normal(n, 0.2)`;
    const { states, probabilities, logEvidence } = joint(text, ['n'], { x: 60.1 });
    const logs = Array.from({ length: 200 }, (_, n) => {
      let log = -3 - 0.5 * ((60.1 - n) / 0.2) ** 2 - Math.log(0.2) - 0.5 * Math.log(2 * Math.PI);
      for (let k = 1; k <= n; k++) log += Math.log(3 / k);
      return log;
    });
    const total = logSumExp(logs);
    expect(logEvidence).toBeCloseTo(total, 9);
    for (const n of [59, 60, 61]) {
      const place = states[0]!.values.indexOf(n);
      expect(probabilities[place]).toBeCloseTo(Math.exp(logs[n]! - total), 10);
    }
  });

  it('is found where nothing that was kept can explain it', () => {
    const text = `
      latent   n     ~ Geometric(0.5)
      observed x | n ~ Binomial(n, 0.5)`;
    const { states, probabilities, logEvidence } = joint(text, ['n'], { x: 90 });
    // The sum over n of 2^−(n+1) C(n, x) 2^−n is ½ · 4^−x / (3/4)^(x+1).
    expect(logEvidence).toBeCloseTo(Math.log(0.5) - 90 * Math.log(4) - 91 * Math.log(0.75), 8);
    const mean = probabilities.reduce((sum, p, s) => sum + p * states[0]!.values[s]!, 0);
    // n − x is negative binomial with 91 failures of probability 3/4.
    expect(mean).toBeCloseTo(90 + 91 / 3, 7);
  });
});

describe('evidence that is impossible', () => {
  const text = `
    latent   z     ~ Categorical([0.3, 0.7])
    latent   w | z ~ Bernoulli([0.2, 0.4][z])
    observed x | z ~ Uniform([0, 2][z], [1, 3][z])`;

  it('has no posterior, and a log evidence of −∞', () => {
    const { probabilities, logEvidence } = joint(text, ['z', 'w'], { x: 1.5 });
    expect(logEvidence).toBe(Number.NEGATIVE_INFINITY);
    expect(Array.from(probabilities)).toEqual([0, 0, 0, 0]);
    const each = single(text, ['z', 'w'], { x: 1.5 });
    expect(each.impossible).toBe(
      'x = 1.5 is impossible: no values of the variables that x depends on allow it. Give another value.',
    );
    expect(each.logEvidence).toBe(Number.NEGATIVE_INFINITY);
    expect(Array.from(each.of.get('w')!.probabilities)).toEqual([0, 0]);
  });

  it('of a value that a discrete variable does not take is impossible too', () => {
    expect(joint(text, ['w'], { z: 3 }).logEvidence).toBe(Number.NEGATIVE_INFINITY);
    expect(joint(text, [], { w: 0.5 }).logEvidence).toBe(Number.NEGATIVE_INFINITY);
  });

  it('of count data ends the search for values that could explain it', () => {
    const counts = 'latent n ~ Poisson(3)\nobserved x | n ~ Binomial(n, 0.5)';
    expect(joint(counts, ['n'], { x: -1 }).logEvidence).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('a question', () => {
  it('may be about functions of discrete variables, and about observed ones', () => {
    const text = `
      latent   a        ~ Bernoulli(0.3)
      latent   b        ~ DiscreteUniform(1, 3)
      latent   s | a, b ~ Dirac(a + b)
      observed y | s    ~ Poisson(s)`;
    const result = joint(text, ['s', 'a'], { a: 1, y: 2 });
    expect(result.states.map(({ values }) => Array.from(values))).toEqual([[2, 3, 4], [1]]);
    const weights = [2, 3, 4].map((rate) => (Math.exp(-rate) * rate ** 2) / 2);
    const total = weights.reduce((x, y) => x + y);
    close(
      result.probabilities,
      weights.map((weight) => weight / total),
      1e-14,
    );
    expect(result.logEvidence).toBeCloseTo(Math.log((0.3 * total) / 3), 13);
  });

  it('may have evidence below other evidence', () => {
    const text = `
      latent   z              ~ Categorical([0.5, 0.5])
      observed x[1] | z       ~ Normal([0, 1][z], 1)
      observed x[t] | z, x[t-1] ~ Normal([0.5, -0.5][z] * x[t-1], 1) for t in 2..3`;
    const x = [0.3, -1.2, 2];
    const { probabilities } = joint(text, ['z'], { 'x[1]': x[0]!, 'x[2]': x[1]!, 'x[3]': x[2]! });
    const log = (mean: number, a: number) =>
      -0.5 * ((x[0]! - mean) ** 2 + (x[1]! - a * x[0]!) ** 2 + (x[2]! - a * x[1]!) ** 2);
    const odds = Math.exp(log(1, -0.5) - log(0, 0.5));
    close(probabilities, [1 / (1 + odds), odds / (1 + odds)], 1e-14);
  });

  it('may lead through networks', () => {
    const text = `
      network f(z) = z -> dense(4, tanh) -> dense(1)
      latent   z     ~ Bernoulli(0.5)
      observed x | z ~ Normal(f(z), 1)`;
    const { probabilities, logEvidence } = joint(text, ['z'], { x: 0.5 });
    expect(probabilities[0]! + probabilities[1]!).toBeCloseTo(1, 15);
    expect(logEvidence).toBeLessThan(-0.9);
  });

  it('with continuous unobserved variables is none for this', () => {
    const asked = question(
      'latent z ~ Normal(0, 1)\nlatent k | z ~ Bernoulli(sigmoid(z))\nobserved x | k ~ Normal(k, 1)',
    );
    const [targets, seen] = [elements(asked.graph, 'k'), evidenceOf({ x: 1 })];
    expect(discretePosteriors(asked.given, closureOf(asked, targets, seen), targets, seen)).toEqual({
      kind: 'not-enumerable',
      variable: 'z',
    });
  });

  it('of many variables has each of them by itself', () => {
    const keys = Array.from({ length: 30 }, (_, t) => `z[${t + 1}]`);
    const each = single('latent z[t] ~ Bernoulli(0.5) for t in 1..30\nobserved x ~ Normal(0, 1)', keys, {});
    expect(Array.from(each.of.get('z[30]')!.probabilities)).toEqual([0.5, 0.5]);
  });
});

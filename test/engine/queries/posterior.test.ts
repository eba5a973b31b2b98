import { memory } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { Unanswerable } from '../../../src/engine/api/unanswerable';
import { posterior } from '../../../src/engine/queries/posterior';
import { continuous, densityOf, discrete, inquire, logNormal, normal, posteriorOf, seen, trapezoid } from './inquire';

describe('a posterior by quadrature', () => {
  it('is right however narrow it is against the prior', () => {
    // A bent function, so that nothing is Gaussian: z is about asinh(x), with a spread of 1e-4 / cosh(z).
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal((exp(z) - exp(-z)) / 2, 0.0001)';
    const { mean, covariance, logEvidence, method } = continuous(posteriorOf(text, 'z', { x: 0.5 }));
    const f = (z: number) => normal(z, 0, 1) * normal(0.5, Math.sinh(z), 1e-4);
    const [low, high] = [Math.asinh(0.5) - 0.002, Math.asinh(0.5) + 0.002];
    const total = trapezoid(f, low, high, 20000);
    const first = trapezoid((z) => z * f(z), low, high, 20000) / total;
    const second = trapezoid((z) => (z - first) ** 2 * f(z), low, high, 20000) / total;
    expect(Math.abs(mean[0]! - first)).toBeLessThan(1e-7);
    expect(Math.abs(Math.sqrt(covariance[0]! / second) - 1)).toBeLessThan(1e-3);
    expect(Math.abs(logEvidence - Math.log(total))).toBeLessThan(1e-4);
    expect(method).toMatchObject({ name: 'quadrature', exact: false, dimensions: 1 });
  });

  it('finds two narrow peaks that lie between all nodes', () => {
    const text = 'latent z ~ Normal(0.3, 1)\nobserved x | z ~ Normal(z^2, 0.0002)';
    const { mean, covariance } = continuous(posteriorOf(text, 'z', { x: 1 }));
    const [left, right] = [normal(-1, 0.3, 1), normal(1, 0.3, 1)];
    const share = right / (left + right);
    expect(mean[0]!).toBeCloseTo(2 * share - 1, 4);
    expect(covariance[0]!).toBeCloseTo(4 * share * (1 - share), 4);
  });

  it('follows the evidence far into the tail of the prior', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Logistic(z, 0.1)';
    const { mean, logEvidence } = continuous(posteriorOf(text, 'z', { x: 30 }));
    const log = (z: number) => {
      const y = (30 - z) / 0.1;
      return logNormal(z, 0, 1) - y - Math.log(0.1) - 2 * Math.log1p(Math.exp(-y));
    };
    const total = trapezoid((z) => Math.exp(log(z) - log(10)), 0, 30, 30000);
    const first = trapezoid((z) => z * Math.exp(log(z) - log(10)), 0, 30, 30000) / total;
    expect(mean[0]!).toBeCloseTo(first, 4);
    expect(logEvidence).toBeCloseTo(log(10) + Math.log(total), 3);
  });

  it('stops at the ends of a support', () => {
    const text = 'latent z ~ Uniform(0, 1)\nobserved x | z ~ Uniform(0, z)';
    const { mean, covariance, logEvidence, quantiles } = continuous(posteriorOf(text, 'z', { x: 0.3 }));
    // p(z | x) = 1 / (z log(1 / 0.3)) on [0.3, 1].
    const scale = Math.log(1 / 0.3);
    const first = 0.7 / scale;
    expect(logEvidence).toBeCloseTo(Math.log(scale), 6);
    expect(mean[0]!).toBeCloseTo(first, 6);
    expect(covariance[0]!).toBeCloseTo((1 - 0.09) / 2 / scale - first ** 2, 6);
    quantileLevels.forEach((u, i) => {
      expect(quantiles[0]![i]!).toBeCloseTo(0.3 * Math.exp(u * scale), 4);
    });
  });

  it('fits a ridge between two variables', () => {
    const text = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Laplace(z[1] + 2 * z[2], 0.001)';
    const { mean, covariance, logEvidence } = continuous(posteriorOf(text, 'z', { x: 1.5 }));
    // Nearly the condition z₁ + 2 z₂ = 1.5.
    expect(mean[0]!).toBeCloseTo(0.3, 3);
    expect(mean[1]!).toBeCloseTo(0.6, 3);
    expect(covariance[0]!).toBeCloseTo(0.8, 3);
    expect(covariance[1]!).toBeCloseTo(-0.4, 3);
    expect(covariance[3]!).toBeCloseTo(0.2, 3);
    expect(logEvidence).toBeCloseTo(logNormal(1.5, 0, Math.sqrt(5)), 3);
  });

  it('has quantiles that the distribution function takes back to their levels', () => {
    const text = 'latent z ~ Laplace(1, 2)\nobserved x | z ~ Normal(tanh(z), 0.5)';
    const { quantiles } = continuous(posteriorOf(text, 'z', { x: 0.4 }));
    const f = (z: number) => Math.exp(-Math.abs(z - 1) / 2) * normal(0.4, Math.tanh(z), 0.5);
    const total = trapezoid(f, -40, 1, 40000) + trapezoid(f, 1, 40, 40000);
    quantileLevels.forEach((u, i) => {
      const at = quantiles[0]![i]!;
      const below = at < 1 ? trapezoid(f, -40, at, 40000) : trapezoid(f, -40, 1, 40000) + trapezoid(f, 1, at, 40000);
      expect(below / total).toBeCloseTo(u, 4);
    });
  });
});

describe('discrete with continuous elements', () => {
  const text = `
latent k ~ Categorical(low: 0.6, high: 0.4)
latent z | k ~ Normal(case k { low: -1, high: 1.5 }, 0.8)
observed x | z ~ StudentT(5, sin(z) + z, 0.4)`;
  const student = (x: number, loc: number) =>
    ((8 / (3 * Math.sqrt(5) * Math.PI)) * (1 + ((x - loc) / 0.4) ** 2 / 5) ** -3) / 0.4;
  const weight = (k: number, z: number) => (k === 0 ? 0.6 * normal(z, -1, 0.8) : 0.4 * normal(z, 1.5, 0.8));
  const joint = (k: number, x: number) => (z: number) => weight(k, z) * student(x, Math.sin(z) + z);

  it.each([-3, 0.2, 2])('has the discrete posterior at x = %d', (x) => {
    const sums = [0, 1].map((k) => trapezoid(joint(k, x), -9, 9, 8000));
    const { probabilities, labels, mostProbable, logEvidence } = discrete(posteriorOf(text, 'k', { x }));
    const total = sums[0]! + sums[1]!;
    expect(labels).toEqual(['low', 'high']);
    expect(probabilities[0]!).toBeCloseTo(sums[0]! / total, 6);
    expect(probabilities[1]!).toBeCloseTo(sums[1]! / total, 6);
    expect(mostProbable).toBe(sums[0]! > sums[1]! ? 0 : 1);
    expect(logEvidence).toBeCloseTo(Math.log(total), 6);
  });

  it('has the continuous posterior, and given the discrete element too', () => {
    const both = (z: number) => joint(0, 0.2)(z) + joint(1, 0.2)(z);
    for (const [values, f] of [
      [{ x: 0.2 }, both],
      [{ x: 0.2, k: 2 }, joint(1, 0.2)],
    ] as const) {
      const { mean, covariance } = continuous(posteriorOf(text, 'z', values));
      const total = trapezoid(f, -9, 9, 8000);
      const first = trapezoid((z) => z * f(z), -9, 9, 8000) / total;
      expect(mean[0]!).toBeCloseTo(first, 6);
      expect(covariance[0]!).toBeCloseTo(trapezoid((z) => (z - first) ** 2 * f(z), -9, 9, 8000) / total, 6);
    }
  });

  it('says what is to be expected of an observed variable given another', () => {
    const more = `${text}\nobserved y | k ~ Bernoulli(case k { low: 0.1, high: 0.7 })\nobserved w | z ~ Normal(z, 1)`;
    const { probabilities } = discrete(posteriorOf(more, 'y', { x: 0.2 }));
    const k = discrete(posteriorOf(text, 'k', { x: 0.2 })).probabilities;
    expect(probabilities[1]!).toBeCloseTo(0.1 * k[0]! + 0.7 * k[1]!, 6);
    const z = continuous(posteriorOf(text, 'z', { x: 0.2 }));
    const w = continuous(posteriorOf(more, 'w', { x: 0.2 }));
    expect(w.mean[0]!).toBeCloseTo(z.mean[0]!, 6);
    expect(w.covariance[0]!).toBeCloseTo(z.covariance[0]! + 1, 6);
    expect(w.effectiveSampleSize).toBeNull();
  });
});

describe('sums over discrete elements', () => {
  it('goes through a thousand categories', () => {
    const weights = Array.from({ length: 1000 }, (_, k) => (k + 1) / 500_500);
    const text = `latent k ~ Categorical([${weights.join()}])\nobserved x | k ~ Normal(k / 100, 0.05)`;
    const { probabilities, mostProbable, logEvidence } = discrete(posteriorOf(text, 'k', { x: 5 }));
    const terms = weights.map((weight, k) => weight * normal(5, (k + 1) / 100, 0.05));
    const total = terms.reduce((a, b) => a + b, 0);
    expect(probabilities).toHaveLength(1000);
    expect(probabilities.every((p, k) => Math.abs(p - terms[k]! / total) < 1e-12)).toBe(true);
    expect(mostProbable).toBe(499);
    expect(logEvidence).toBeCloseTo(Math.log(total), 10);
  });

  it('looks beyond the likely values of a count where the evidence is there', () => {
    const { probabilities, labels, mostProbable, logEvidence } = discrete(
      posteriorOf('latent k ~ Poisson(4)\nobserved x | k ~ Normal(k, 0.1)', 'k', { x: 40.02 }),
    );
    expect(labels[mostProbable]).toBe('40');
    expect(probabilities[mostProbable]!).toBeCloseTo(1, 10);
    let factorial = 0;
    for (let i = 2; i <= 40; i++) factorial += Math.log(i);
    expect(logEvidence).toBeCloseTo(40 * Math.log(4) - 4 - factorial + logNormal(40.02, 40, 0.1), 9);
  });

  it('has probabilities that sum to 1, and with the evidence make up the joint', () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(probability, probability, probability, fc.double({ min: -4, max: 4, noNaN: true }), (p, q, r, x) => {
        const text = `
latent a ~ Bernoulli(${p})
latent b | a ~ Bernoulli(case a { true: ${q}, false: ${r} })
observed x | a, b ~ Normal(a - 2 * b, 0.7)`;
        const { probabilities, logEvidence } = discrete(posteriorOf(text, 'b', { x }));
        expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
        const joint = (a: number, b: number) => {
          const own = a === 1 ? q : r;
          return (a === 1 ? p : 1 - p) * (b === 1 ? own : 1 - own) * normal(x, a - 2 * b, 0.7);
        };
        for (const b of [0, 1]) {
          const expected = joint(0, b) + joint(1, b);
          expect(Math.abs(probabilities[b]! * Math.exp(logEvidence) - expected)).toBeLessThan(1e-12 + 1e-10 * expected);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe('chains', () => {
  it('smooths and predicts a linear-Gaussian chain in closed form', () => {
    const text = `
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..5
observed x[t] | z[t] ~ Normal(z[t], 0.3) for t in 1..5`;
    const answer = continuous(posteriorOf(text, 'z[2]', { 'x[1]': 1, 'x[3]': -0.5 }));
    // z₁ given x₁ and x₃ given z₂ are Gaussian: one step forward, one measurement.
    const [m1, v1] = [1 / (1 + 0.09), 0.09 / 1.09];
    const [prior, spread] = [0.9 * m1, 0.81 * v1 + 0.16];
    const noise = 0.16 + 0.09;
    const gain = (spread * 0.9) / (0.81 * spread + noise);
    expect(answer.mean[0]!).toBeCloseTo(prior + gain * (-0.5 - 0.9 * prior), 12);
    expect(answer.covariance[0]!).toBeCloseTo(spread * (1 - 0.9 * gain), 12);
    expect(answer.method).toMatchObject({ name: 'gaussian', exact: true });
    const ahead = continuous(posteriorOf(text, 'x[4]', { 'z[3]': 2 }));
    expect(ahead.mean[0]!).toBeCloseTo(1.8, 12);
    expect(ahead.covariance[0]!).toBeCloseTo(0.25, 12);
  });

  it('sums a chain of discrete states with continuous observations', () => {
    const text = `
latent z[1] ~ Bernoulli(0.5)
latent z[t] | z[t-1] ~ Bernoulli(case z[t-1] { true: 0.9, false: 0.2 }) for t in 2..40
observed x[t] | z[t] ~ Normal(2 * z[t], 1) for t in 1..40`;
    const values = Array.from({ length: 40 }, (_, t) => 1 + Math.sin(t));
    // Forward in double precision.
    let forward = [0.5, 0.5].map((p, z) => p * normal(values[0]!, 2 * z, 1));
    let log = 0;
    for (let t = 1; t < 40; t++) {
      const next = [0, 1].map((z) => {
        const moves = [z === 1 ? 0.2 : 0.8, z === 1 ? 0.9 : 0.1];
        return (forward[0]! * moves[0]! + forward[1]! * moves[1]!) * normal(values[t]!, 2 * z, 1);
      });
      const total = next[0]! + next[1]!;
      log += Math.log(total);
      forward = next.map((each) => each / total);
    }
    const evidence = Object.fromEntries(values.map((x, t) => [`x[${t + 1}]`, x]));
    const { probabilities, logEvidence } = discrete(posteriorOf(text, 'z[40]', evidence));
    expect(probabilities[1]!).toBeCloseTo(forward[1]!, 10);
    expect(logEvidence).toBeCloseTo(log, 9);
  });

  it('takes observed elements between two latent ones as walls', () => {
    const text = `
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Laplace(0.8 * z[t-1], 0.5) for t in 2..9
observed x[t] | z[t] ~ Logistic(z[t], 0.3) for t in 1..9`;
    // Given z[3] and z[5], z[4] is one integral, although the chain has nine elements.
    const { mean, method } = continuous(posteriorOf(text, 'z[4]', { 'z[3]': 1, 'z[5]': 2, 'x[4]': 1.4, 'x[9]': 0 }));
    const f = (z: number) => {
      const y = Math.exp(-Math.abs(1.4 - z) / 0.3);
      return (Math.exp(-Math.abs(z - 0.8) / 0.5 - Math.abs(2 - 0.8 * z) / 0.5) * y) / (1 + y) ** 2;
    };
    const halves = [
      [-12, 0.8],
      [0.8, 1.4],
      [1.4, 2.5],
      [2.5, 14],
    ] as const;
    const over = (g: (z: number) => number) =>
      halves.reduce((sum, [low, high]) => sum + trapezoid(g, low, high, 20000), 0);
    expect(mean[0]!).toBeCloseTo(over((z) => z * f(z)) / over(f), 5);
    expect(method).toMatchObject({ name: 'quadrature', dimensions: 1 });
  });
});

describe('weighted draws', () => {
  const text = `
param W = [[1, 0.2, -0.5, 0, 0.3, 0.1], [0, 1, 0.4, -0.2, 0.5, 0], [0.3, 0, 0.6, 0.9, 0, -0.4]]
latent z ~ Normal(0, 1)^6`;
  const closed = `${text}\nobserved x | z ~ Normal(matmul(W, z), 0.8)`;
  // The same model by way of what is bent, so that it is not seen to be linear.
  const drawn = `${text}\nobserved x | z ~ Normal(matmul(W, log(exp(z))), 0.8)`;
  const values = { x: [1.2, -0.4, 0.7] };

  it('agree with the closed form within four standard errors', () => {
    const exact = continuous(posteriorOf(closed, 'z', values));
    const rough = continuous(posteriorOf(drawn, 'z', values));
    expect(exact.method.name).toBe('gaussian');
    expect(rough.method).toMatchObject({ name: 'importance', exact: false, dimensions: 6 });
    const { effectiveSampleSize, logEvidenceError } = rough;
    expect(effectiveSampleSize!).toBeGreaterThan(8000);
    expect(Math.abs(rough.logEvidence - exact.logEvidence)).toBeLessThan(4 * logEvidenceError!);
    rough.mean.forEach((mean, j) => {
      const variance = exact.covariance[7 * j]!;
      expect(Math.abs(mean - exact.mean[j]!)).toBeLessThan(4 * Math.sqrt(variance / effectiveSampleSize!));
      const error = variance * Math.sqrt(2 / effectiveSampleSize!);
      expect(Math.abs(rough.covariance[7 * j]! - variance)).toBeLessThan(4 * error);
      rough.quantiles[j]!.forEach((quantile, i) => {
        expect(Math.abs(quantile - exact.quantiles[j]![i]!)).toBeLessThan(0.08);
      });
    });
  });

  it('are refined step by step, to better and better answers', () => {
    const inquiry = inquire(drawn, 256);
    const answers = [...posterior(inquiry, inquiry.graph.byKey('z'), seen(values))].filter((each) => each !== null);
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.map(({ final }) => final)).toEqual(answers.map((_, i) => i === answers.length - 1));
    const sizes = answers.map(({ effectiveSampleSize }) => effectiveSampleSize!);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });

  it('are the same for a seed, and others for another', () => {
    const of = (seed: number) => {
      const inquiry = inquire(drawn, 1024, seed);
      for (const answer of posterior(inquiry, inquiry.graph.byKey('z'), seen(values))) {
        if (answer !== null) return answer.logEvidence;
      }
      throw new Error('No answer.');
    };
    expect(of(0)).toBe(of(0));
    expect(of(0)).not.toBe(of(1));
  });
});

describe('what is asked', () => {
  const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\nobserved y | z ~ Bernoulli(sigmoid(z))';

  it('is the prior without evidence, with probability 1', () => {
    const { mean, covariance, logEvidence, quantiles } = continuous(posteriorOf(text, 'z', {}));
    expect([mean[0], covariance[0], logEvidence]).toEqual([0, 1, 0]);
    expect(quantiles[0]![3]).toBe(0);
    expect(quantiles[0]![6]).toBeCloseTo(1.959963984540054, 12);
  });

  it('is the evidence itself where it is known', () => {
    const { mean, covariance, logEvidence } = continuous(posteriorOf(text, 'x', { x: 2 }));
    expect([mean[0], covariance[0]]).toEqual([2, 0]);
    expect(logEvidence).toBeCloseTo(logNormal(2, 0, Math.sqrt(2)), 12);
    expect(discrete(posteriorOf(text, 'y', { y: 1, x: 2 }))).toMatchObject({ labels: ['true'], mostProbable: 0 });
  });

  it('may be impossible', () => {
    const answer = discrete(
      posteriorOf('latent k ~ Bernoulli(0.5)\nobserved n | k ~ Binomial(3 + k, 0.5)', 'k', { n: 9 }),
    );
    expect(answer.logEvidence).toBe(Number.NEGATIVE_INFINITY);
    expect(Array.from(answer.probabilities)).toEqual([0, 0]);
    const nowhere = continuous(
      posteriorOf('latent z ~ Uniform(0, 1)\nobserved x | z ~ Uniform(z, z + 1)', 'z', { x: 5 }),
    );
    expect(nowhere.logEvidence).toBe(Number.NEGATIVE_INFINITY);
    expect([nowhere.mean[0], nowhere.covariance[0], nowhere.quantiles[0]![3]]).toEqual([NaN, NaN, NaN]);
    expect(nowhere.method.sentence).toContain('The evidence is impossible, or so unlikely that none of it was found.');
  });

  it('must be of the model', () => {
    expect(() => posteriorOf(text, 'z', { w: 1 })).toThrow(new Unanswerable('The model has no variable w.'));
    expect(() => posteriorOf(text, 'z', { x: [1, 2] })).toThrow(
      new Unanswerable('x takes 1 number, not 2: 1 for a value.'),
    );
    expect(() => posteriorOf(text, 'z', { x: Number.NaN })).toThrow(
      new Unanswerable('x cannot be NaN: give a finite number.'),
    );
  });

  it('keeps no tensor', () => {
    const models = [text, 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Logistic(sum(z), 1)'];
    posteriorOf(models[1]!, 'z', { x: 1 }, 256);
    const before = memory().numTensors;
    for (const each of models) posteriorOf(each, 'z', { x: 1 }, 256);
    posteriorOf(text, 'y', { x: 1 });
    expect(memory().numTensors).toBe(before);
  });
});

describe('moments that do not exist', () => {
  it.each([
    ['latent z ~ Cauchy(0, 2.5)\nobserved x | z ~ Bernoulli(sigmoid(z))', [false, false], 'no mean and no variance'],
    ['latent z ~ StudentT(1.5, 0, 1)\nobserved x | z ~ Bernoulli(sigmoid(z))', [true, false], 'no finite variance'],
    ['latent z ~ StudentT(3, 0, 1)\nobserved x | z ~ Bernoulli(sigmoid(z))', [true, true], null],
    // The likelihood decides: a Normal about a Cauchy has all moments.
    ['latent z ~ Cauchy(0, 2.5)\nobserved x | z ~ Normal(z, 1)', [true, true], null],
  ] as const)('of %s are none, in words', (text, exist, words) => {
    const { mean, covariance, quantiles, method } = continuous(posteriorOf(text, 'z', { x: 1 }));
    expect([mean[0]!, covariance[0]!].map(Number.isFinite)).toEqual(exist);
    if (words !== null) expect(method.sentence).toContain(words);
    expect(quantiles[0]!.every(Number.isFinite)).toBe(true);
  });
});

describe('far out', () => {
  /** z ~ HalfNormal(t), x ~ Normal(z, s): z given x is a Normal cut at 0. */
  it.each([
    [1.4, 0.32, 62.55],
    [0.51, 0.31, 25.1],
    [1, 0.5, 1e4],
  ])('a half of a Normal %d wide, with noise of %d, is where %d puts it', (t, s, x) => {
    const text = `latent z ~ HalfNormal(${t})\nobserved x | z ~ Normal(z, ${s})`;
    const spread = Math.hypot(t, s);
    const log = Math.LN2 + logNormal(x, 0, spread);
    const found = continuous(posteriorOf(text, 'z', { x }));
    expect(Math.abs(found.logEvidence - log)).toBeLessThan(1e-9 * Math.abs(log));
    const [mean, sd] = [(x * t * t) / spread ** 2, (t * s) / spread];
    expect(Math.abs(found.mean[0]! - mean)).toBeLessThan(1e-7 * sd);
    expect(Math.sqrt(found.covariance[0]!)).toBeCloseTo(sd, 8);
    expect(Math.abs(found.quantiles[0]![3]! - mean)).toBeLessThan(1e-7 * sd);
    expect(densityOf(text, { x: [0, x] }).logDensity[1]! / log).toBeCloseTo(1, 9);
  });
});

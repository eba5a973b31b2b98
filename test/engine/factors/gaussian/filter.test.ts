import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../../src/engine/api/unanswerable';
import { filter } from '../../../../src/engine/factors/gaussian/filter';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { cholesky } from '../../../../src/engine/math/cholesky';
import { normals } from '../../../../src/engine/sampling/random';
import reference from '../../../reference/models.json';
import { model } from '../../models';
import { given } from '../../plain';
import { randomModel, wholeJoint } from './randomModel';

/** The linear-Gaussian model of a text that has no discrete variable, as far as some elements need it. */
function linear(text: string, ...wanted: readonly (readonly [string, number | null])[]) {
  const { numbers, graph } = given(model(text));
  const targets = wanted.map(([name, index]) => graph.element(name, index));
  const elements = graph.ancestors(...targets);
  for (const target of targets) if (!elements.includes(target)) elements.push(target);
  return linearGaussian(numbers, elements, new Map())!;
}

const seen = (values: Readonly<Record<string, readonly number[]>>) =>
  new Map(Object.entries(values).map(([key, value]) => [key, Float64Array.from(value)]));

const logNormal = (x: number, mean: number, variance: number) =>
  -0.5 * ((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance));

/** log density, and mean and covariance of some coordinates given others, from the whole joint distribution. */
function conditioned(joint: ReturnType<typeof wholeJoint>, kept: number[], given: number[], values: number[]) {
  const n = given.length;
  const L = cholesky(
    given.flatMap((i) => given.map((j) => joint.covariance[i]![j]!)),
    n,
  )!;
  const solved = (right: number[]) => {
    const y: number[] = [];
    for (let i = 0; i < n; i++) {
      y.push(right.slice(i)[0]! - y.reduce((sum, each, k) => sum + L[i * n + k]! * each, 0));
      y[i]! /= L[i * n + i]!;
    }
    return y;
  };
  const rest = solved(given.map((i, k) => values[k]! - joint.mean[i]!));
  const cross = kept.map((i) => solved(given.map((j) => joint.covariance[i]![j]!)));
  const inner = (a: number[], b: number[]) => a.reduce((sum, each, k) => sum + each * b[k]!, 0);
  let log = -0.5 * inner(rest, rest) - 0.5 * n * Math.log(2 * Math.PI);
  for (let i = 0; i < n; i++) log -= Math.log(L[i * n + i]!);
  return {
    log,
    mean: kept.map((i, k) => joint.mean[i]! + inner(cross[k]!, rest)),
    covariance: kept.flatMap((i, k) => kept.map((j, l) => joint.covariance[i]![j]! - inner(cross[k]!, cross[l]!))),
  };
}

function expectClose(values: ArrayLike<number>, expected: readonly number[], tolerance: number) {
  expect(values.length).toBe(expected.length);
  const size = Math.max(1, ...expected.map(Math.abs));
  expected.forEach((value, i) => {
    expect(Math.abs(values[i]! - value)).toBeLessThan(tolerance * size);
  });
}

describe('the filter', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('is the whole joint Gaussian of random network %d', (seed) => {
    const made = randomModel(100 + seed, 8);
    const joint = wholeJoint(made);
    const coordinates = (key: string) => {
      const { first, size } = made.byKey.get(key)!;
      return Array.from({ length: size }, (_, i) => first + i);
    };
    const observed = made.nodes.filter((_, i) => (i + seed) % 3 === 0).map(({ key }) => key);
    const keep = made.nodes.filter((_, i) => (i + seed) % 3 === 1).map(({ key }) => key);
    const given = observed.flatMap(coordinates);
    const values = Array.from(normals(seed, given.length));
    let at = 0;
    const evidence = new Map(
      observed.map((key) => {
        const { size } = made.byKey.get(key)!;
        at += size;
        return [key, Float64Array.from(values.slice(at - size, at))];
      }),
    );
    const truth = conditioned(joint, keep.flatMap(coordinates), given, values);
    const { logEvidence, mean, covariance, offsets } = filter(made, evidence, keep);
    expect(Math.abs(logEvidence - truth.log)).toBeLessThan(1e-9 * Math.max(1, Math.abs(truth.log)));
    expectClose(mean, truth.mean, 1e-9);
    expectClose(covariance, truth.covariance, 1e-9);
    expect([...offsets.keys()]).toEqual(keep);
    const prior = filter(made, new Map(), keep);
    expect(prior.logEvidence).toBe(0);
    expectClose(
      prior.mean,
      keep.flatMap(coordinates).map((i) => joint.mean[i]!),
      1e-11,
    );
  });

  it('has the marginal and the posterior of a reference model', () => {
    const truth = reference.models.find(({ name }) => name === 'ppca-linear-gaussian') as unknown as {
      params: { W: number[][]; mu: number[]; psi: number };
      x: number[][];
      log_marginal: number[];
      posterior_mean_z: number[][];
      posterior_covariance_z: number[][];
    };
    const { W, mu, psi } = truth.params;
    const text = `
param W = ${JSON.stringify(W)}
latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(matmul(W, z) + ${JSON.stringify(mu)}, ${Math.sqrt(psi)})`;
    const ppca = linear(text, ['x', null]);
    truth.x.forEach((x, i) => {
      const { logEvidence, mean, covariance } = filter(ppca, seen({ x }), ['z']);
      expect(Math.abs(logEvidence - truth.log_marginal[i]!)).toBeLessThan(1e-12 * Math.abs(truth.log_marginal[i]!));
      expectClose(mean, truth.posterior_mean_z[i]!, 1e-13);
      expectClose(covariance, truth.posterior_covariance_z.flat(), 1e-13);
    });
  });

  it('of two thousand steps is the stationary variance', () => {
    const chain = `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..2000
observed x[t] | z[t]   ~ Normal(z[t], 0.3) for t in 1..2000`;
    const { covariance } = filter(linear(chain, ['x', 2000]), new Map(), ['x[2000]']);
    expect(covariance[0]).toBeCloseTo(0.16 / (1 - 0.81) + 0.09, 12);
    const every = Array.from({ length: 2000 }, (_, t) => ['x', t + 1] as const);
    const smoothed = linear(chain, ...every);
    const zeros = new Map(every.map(([, t]) => [`x[${t}]`, Float64Array.of(0)]));
    const last = filter(smoothed, zeros, ['z[2000]']);
    // The stationary variance of the Kalman filter: v = 1 / (1 / (0.81 v + 0.16) + 1 / 0.09).
    const v = last.covariance[0]!;
    expect(v).toBeCloseTo(1 / (1 / (0.81 * v + 0.16) + 1 / 0.09), 14);
    expect(last.mean[0]).toBe(0);
    const middle = filter(smoothed, zeros, ['z[1000]']);
    // Forward and backward information meet: both sides see the same past but for the observation itself.
    expect(middle.covariance[0]).toBeLessThan(v);
    expect(middle.logEvidence).toBeCloseTo(last.logEvidence, 8);
  });

  it('keeps the digits of a sharp observation', () => {
    const sharp = linear('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(3 * z, 1e-9)', ['x', null]);
    const { mean, covariance } = filter(sharp, seen({ x: [1] }), ['z']);
    expect(mean[0]).toBeCloseTo(1 / 3, 15);
    expect(covariance[0]! / (1e-18 / 9)).toBeCloseTo(1, 9);
  });

  it('takes a point without noise for known', () => {
    const text = 'latent z ~ Normal(1, 2)\nlatent d | z ~ Dirac(3 * z)\nobserved x | d, z ~ Normal(d + z, 0.5)';
    const made = linear(text, ['x', null]);
    const { logEvidence, mean, covariance } = filter(made, seen({ d: [0.3] }), ['z', 'x']);
    expect(logEvidence).toBeCloseTo(logNormal(0.3, 3, 36), 12);
    expectClose(mean, [0.1, 0.4], 1e-14);
    expectClose(covariance, [0, 0, 0, 0.25], 1e-14);
    expect(filter(made, seen({ d: [0.3], z: [0.1] }), []).logEvidence).toBeCloseTo(logNormal(0.1, 1, 4), 12);
    expect(filter(made, seen({ d: [0.3], z: [0.2] }), []).logEvidence).toBe(Number.NEGATIVE_INFINITY);
  });

  it('counts a second, exact measurement of what is known as 0', () => {
    const text = `
latent   z     ~ Normal(0, 1)^2
observed a | z ~ Dirac(0.3 * z[1] + 0.7 * z[2])
observed b | z ~ Dirac(0.3 * z[1] + 0.7 * z[2])`;
    const made = linear(text, ['a', null], ['b', null]);
    const once = logNormal(1.1, 0, 0.58);
    expect(filter(made, seen({ a: [1.1], b: [1.1] }), []).logEvidence).toBeCloseTo(once, 12);
    expect(filter(made, seen({ a: [1.1], b: [1.2] }), []).logEvidence).toBe(Number.NEGATIVE_INFINITY);
  });

  it('keeps only what the model has and nobody observed', () => {
    const made = linear('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', ['x', null]);
    expect(() => filter(made, seen({ x: [1] }), ['y'])).toThrow('y is not an unobserved element of the model.');
    expect(() => filter(made, seen({ x: [1] }), ['x'])).toThrow('x is not an unobserved element of the model.');
  });

  it('refuses what it cannot hold, with the number that is too large', () => {
    const wide = linear('latent z ~ Normal(0, 1)^3000\nobserved x | z ~ Normal(sum(z), 1)', ['x', null]);
    expect(() => filter(wide, seen({ x: [1] }), ['z'])).toThrow(Unanswerable);
    expect(() => filter(wide, seen({ x: [1] }), ['z'])).toThrow(
      'z depends on 3,000 linear and Gaussian numbers that have to be kept at once, more than the 2,048',
    );
  });
});

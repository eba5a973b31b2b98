import { describe, expect, it } from 'vitest';
import { normalKernel } from '../../../src/engine/chains/normalKernel';
import type { ScalarTree } from '../../../src/engine/chains/scalarTree';
import type { Smoothed } from '../../../src/engine/chains/smoothed';
import { normalQuantile } from '../../../src/engine/math/normalQuantile';
import cases from '../../reference/chains.json';
import { logNormal, normal } from '../queries/inquire';
import { chainOf, dense, kalman, normalNoise, smooth, vertex } from './chains';

/** Everything is as the reference says, within what is claimed; and what is claimed is small. */
function expectMoments(
  found: Smoothed,
  reference: {
    readonly logEvidence: number;
    readonly moments: readonly { readonly mean: number; readonly variance: number }[];
  },
  claim = 1e-6,
): void {
  expect(found.logEvidenceError).toBeLessThan(claim);
  expect(Math.abs(found.logEvidence - reference.logEvidence)).toBeLessThanOrEqual(found.logEvidenceError);
  found.marginals.forEach((marginal, t) => {
    const { mean, variance } = marginal;
    const error = marginal.error();
    const own = reference.moments[t]!;
    const sd = Math.sqrt(own.variance);
    expect(error).toBeLessThan(claim);
    expect(Math.abs(mean - own.mean)).toBeLessThanOrEqual(error * sd);
    expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThanOrEqual(error * sd);
  });
}

describe('a linear-Gaussian chain agrees with the Kalman smoother', () => {
  const seen = Array.from({ length: 40 }, (_, t) => (t % 7 === 3 ? null : Math.sin(t * t)));
  for (const [factor, sd, noise] of [
    [0.9, 0.5, 0.7],
    [1, 0.05, 1],
    [0.3, 1, 0.01],
    [-0.8, 0.2, 3],
    [0, 1, 1],
  ] as const) {
    it(`with factor ${factor}, sd ${sd} and noise ${noise}`, () => {
      const model = { first: [0.3, 2] as const, factor, sd, noise };
      const tree = chainOf({ ...model, mean: (z) => factor * z, logLikelihood: normalNoise(noise) }, seen);
      const found = smooth(tree);
      const reference = kalman(model, seen);
      expectMoments(found, reference);
      const { mean, variance } = reference.moments[20]!;
      const own = found.marginals[20]!;
      for (const u of [0.025, 0.5, 0.95, 0.999]) {
        expect(own.quantile(u)).toBeCloseTo(mean + Math.sqrt(variance) * normalQuantile(u), 7);
      }
      const places = Float64Array.of(mean - 3 * Math.sqrt(variance), mean, mean + Math.sqrt(variance));
      own.logDensity(places).forEach((log, i) => {
        expect(log).toBeCloseTo(logNormal(places[i]!, mean, Math.sqrt(variance)), 7);
      });
    });
  }

  it('also where what is observed is far from what was to be expected', () => {
    const surprising = seen.map((x, t) => (t === 12 ? 60 : x));
    const model = { first: [0, 1] as const, factor: 0.9, sd: 0.5, noise: 0.7 };
    const tree = chainOf({ ...model, mean: (z) => 0.9 * z, logLikelihood: normalNoise(0.7) }, surprising);
    expectMoments(smooth(tree), kalman(model, surprising));
  });

  it('also where only the last number is observed, and far away', () => {
    const late = Array.from({ length: 12 }, (_, t) => (t === 11 ? 40 : null));
    const model = { first: [0, 1] as const, factor: 1, sd: 1, noise: 0.5 };
    const tree = chainOf({ ...model, mean: (z) => z, logLikelihood: normalNoise(0.5) }, late);
    expectMoments(smooth(tree), kalman(model, late));
  });
});

describe('a nonlinear chain agrees with a dense grid', () => {
  it('in the chain of sines of the reference', () => {
    for (const { seen, want } of cases.sines) {
      const tree = chainOf(
        { first: [0, 1], mean: (z) => 2 * Math.sin(1.5 * z), sd: 0.3, logLikelihood: normalNoise(0.5) },
        seen,
      );
      const { logEvidence, marginals } = smooth(tree);
      expect(logEvidence).toBeCloseTo(want.logEvidence, 8);
      expect(marginals.at(-1)!.mean).toBeCloseTo(want.mean, 9);
      expect(Math.sqrt(marginals.at(-1)!.variance)).toBeCloseTo(want.sd, 9);
    }
  });

  it('in stochastic volatility', () => {
    const seen = Array.from({ length: 12 }, (_, t) => 0.8 * Math.sin(t * t + 1));
    const logLikelihood = (x: number, z: number) => logNormal(x, 0, Math.exp(z / 2));
    const mean = (z: number) => -1 + 0.95 * (z + 1);
    const tree = chainOf({ first: [-1, 0.7], mean, sd: 0.25, logLikelihood }, seen);
    const step = (y: number, z: number) => normal(y, mean(z), 0.25);
    expectMoments(smooth(tree), dense({ first: (z) => normal(z, -1, 0.7), step, logLikelihood }, seen, [-8, 6], 280));
  });

  it('in growth, whose likelihood has two modes', () => {
    const seen = Array.from({ length: 12 }, (_, t) => 4 + 3 * Math.sin(t));
    const logLikelihood = (x: number, z: number) => logNormal(x, (z * z) / 20, 1);
    const mean = (z: number, t: number) => z / 2 + (25 * z) / (1 + z * z) + 0 * t;
    const tree = chainOf({ first: [0, 2], mean, sd: 3, logLikelihood }, seen);
    const step = (y: number, z: number) => normal(y, mean(z, 0), 3);
    expectMoments(
      smooth(tree),
      dense({ first: (z) => normal(z, 0, 2), step, logLikelihood }, seen, [-50, 50], 1600),
      5e-6,
    );
  });

  it('where the likelihood has modes narrower than any first spacing', () => {
    const seen = [0.1, 0.25, 0.5];
    const logLikelihood = (x: number, z: number) => logNormal(x, Math.sin(2 * z), 0.015);
    const tree = chainOf({ first: [0, 1], mean: (z) => 0.5 * z, sd: 1, logLikelihood }, seen);
    const step = (y: number, z: number) => normal(y, 0.5 * z, 1);
    expectMoments(
      smooth(tree),
      dense({ first: (z) => normal(z, 0, 1), step, logLikelihood }, seen, [-8, 8], 2400),
      5e-6,
    );
  });
});

describe('without observations', () => {
  it('gives the prior back, and an evidence of 1', () => {
    const tree = chainOf(
      { first: [0, 1], mean: (z) => 0.9 * z, sd: 0.5, logLikelihood: normalNoise(1) },
      Array.from({ length: 30 }, () => null),
    );
    const { logEvidence, marginals } = smooth(tree);
    expect(Math.abs(logEvidence)).toBeLessThan(1e-8);
    let variance = 1;
    marginals.forEach((each, t) => {
      if (t > 0) variance = 0.81 * variance + 0.25;
      expect(each.mean).toBeCloseTo(0, 9);
      expect(each.variance).toBeCloseTo(variance, 8);
    });
  });
});

it('the evidence is the product of what is predicted step by step', () => {
  const seen = [0.4, -1.2, 2.1, 0.3];
  const steps = {
    first: [0, 1] as const,
    mean: (z: number) => 2 * Math.sin(z),
    sd: 0.4,
    logLikelihood: normalNoise(0.5),
  };
  const { logEvidence } = smooth(chainOf(steps, seen));
  let sum = 0;
  seen.forEach((x, t) => {
    // p(xₜ | x₁ … xₜ₋₁) as the density of one more number below zₜ.
    const before = chainOf(steps, [...seen.slice(0, t), null]);
    const below = vertex(
      t,
      (z) =>
        normalKernel(
          z,
          z.map(() => 0.5),
        ),
      () => 0,
    );
    const { marginals } = smooth({ vertices: [...before.vertices, below] });
    sum += marginals.at(-1)!.logDensity(Float64Array.of(x))[0]!;
  });
  expect(sum).toBeCloseTo(logEvidence, 7);
});

it('a stationary reversible chain read backwards says the same', () => {
  const seen = [1.5, 0.2, -0.7, 2.2, 1.9];
  const steps = {
    first: [0, 1] as const,
    mean: (z: number) => 0.8 * z,
    sd: 0.6,
    logLikelihood: (x: number, z: number) => logNormal(x, z + 0.3 * z * z, 0.5),
  };
  const forwards = smooth(chainOf(steps, seen));
  const backwards = smooth(chainOf(steps, [...seen].reverse()));
  expect(backwards.logEvidence).toBeCloseTo(forwards.logEvidence, 8);
  forwards.marginals.forEach(({ mean, variance }, t) => {
    const other = backwards.marginals[seen.length - 1 - t]!;
    expect(other.mean).toBeCloseTo(mean, 7);
    expect(other.variance).toBeCloseTo(variance, 7);
  });
});

it('a tree whose number has several children takes what is observed below each', () => {
  // z₁ with three children, all Normal: their sum of information is in closed form.
  const child = (x: number) =>
    vertex(
      0,
      (z) =>
        normalKernel(
          z,
          z.map(() => 0.5),
        ),
      (z) => logNormal(x, z, 0.4),
    );
  const root = vertex(
    -1,
    () => normalKernel(Float64Array.of(0), Float64Array.of(1)),
    () => 0,
  );
  const seen = [1, 1.4, 0.2];
  const { marginals } = smooth({ vertices: [root, ...seen.map(child)] });
  const each = 1 / (0.5 ** 2 + 0.4 ** 2);
  const precision = 1 + 3 * each;
  const mean = (each * seen.reduce((a, b) => a + b, 0)) / precision;
  expect(marginals[0]!.mean).toBeCloseTo(mean, 9);
  expect(marginals[0]!.variance).toBeCloseTo(1 / precision, 9);
  // A child: its own observation against z₁ from the other two.
  const others = 1 + 2 * each;
  const [prior, spread] = [(each * (seen[1]! + seen[2]!)) / others, 1 / others + 0.25];
  const gain = spread / (spread + 0.16);
  expect(marginals[1]!.mean).toBeCloseTo(prior + gain * (seen[0]! - prior), 8);
  expect(marginals[1]!.variance).toBeCloseTo(spread * (1 - gain), 8);
});

it('a chain with a switch agrees with the sum over all paths of the switch', () => {
  const [factors, sds] = [
    [0.9, -0.5],
    [0.2, 1],
  ];
  const stay = 0.7;
  const seen = [0.5, 1.8, -0.9, 0.1, 0.4, 2];
  const tree: ScalarTree = {
    vertices: seen.map((x, t) => ({
      parent: t - 1,
      states: 2,
      kernel: (s, z) =>
        t === 0
          ? normalKernel(Float64Array.of(0), Float64Array.of(1))
          : normalKernel(
              z.map((each) => factors[s]! * each),
              z.map(() => sds[s]!),
            ),
      logSwitch: (s, r) => Float64Array.of(Math.log(t === 0 ? 0.5 : s === r ? stay : 1 - stay)),
      logLikelihood: (_, z) => z.map((each) => logNormal(x, each, 0.3)),
    })),
  };
  const found = smooth(tree);
  const paths = Array.from({ length: 2 ** seen.length }, (_, code) => {
    const path = seen.map((_, t) => (code >> t) & 1);
    let weight = 0.5;
    let [mean, variance] = [0, 1];
    path.forEach((s, t) => {
      if (t > 0) {
        weight *= s === path[t - 1] ? stay : 1 - stay;
        [mean, variance] = [factors[s]! * mean, factors[s]! ** 2 * variance + sds[s]! ** 2];
      }
      const total = variance + 0.09;
      weight *= normal(seen[t]!, mean, Math.sqrt(total));
      [mean, variance] = [mean + (variance / total) * (seen[t]! - mean), (variance * 0.09) / total];
    });
    return { path, weight, mean };
  });
  const evidence = paths.reduce((sum, { weight }) => sum + weight, 0);
  expect(found.logEvidence).toBeCloseTo(Math.log(evidence), 8);
  seen.forEach((_, t) => {
    const second = paths.reduce((sum, { path, weight }) => sum + (path[t] === 1 ? weight : 0), 0) / evidence;
    expect(found.marginals[t]!.states[1]).toBeCloseTo(second, 8);
  });
  const last = paths.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / evidence;
  expect(found.marginals.at(-1)!.mean).toBeCloseTo(last, 8);
});

it('a chain of 200 numbers takes one look at each pair of points a handful of times', () => {
  // Counted, not timed: rows of the conditionals that are asked for.
  let rows = 0;
  const base = chainOf(
    { first: [0, 1], mean: (z) => 2 * Math.sin(1.5 * z), sd: 0.3, logLikelihood: normalNoise(0.5) },
    Array.from({ length: 200 }, (_, t) => 1.5 * Math.sin(t * t)),
  );
  const vertices = base.vertices.map((each) => ({
    ...each,
    kernel: (s: number, z: Float64Array) => {
      rows += z.length;
      return each.kernel(s, z);
    },
  }));
  const { points } = smooth({ vertices });
  expect(points).toBeLessThan(400);
  expect(rows).toBeLessThan(200 * 15 * 400);
});

import { describe, expect, it } from 'vitest';
import { filter } from '../../../../src/engine/factors/gaussian/filter';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { smooth } from '../../../../src/engine/factors/gaussian/smoother';
import { normals } from '../../../../src/engine/sampling/random';
import { model } from '../../models';
import { given } from '../../plain';
import { randomModel } from './randomModel';

/** All elements of a text without discrete variables. */
function linear(text: string, variables: Readonly<Record<string, number | null>>) {
  const { numbers, graph } = given(model(text));
  const all = Object.entries(variables).flatMap(([name, length]) =>
    length === null ? [graph.element(name, null)] : Array.from({ length }, (_, t) => graph.element(name, t + 1)),
  );
  return linearGaussian(numbers, graph.closure(all), new Map())!;
}

const chain = (name: string, values: ArrayLike<number>) =>
  new Map(Array.from(values, (value, t) => [`${name}[${t + 1}]`, Float64Array.of(value)]));
const keysOf = (name: string, length: number) => Array.from({ length }, (_, t) => `${name}[${t + 1}]`);

describe('the smoother', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'has every element of random network %d as the filter has it alone',
    (seed) => {
      const made = randomModel(300 + seed, 9);
      const observed = made.nodes.filter((_, i) => (i + seed) % 4 === 0);
      const evidence = new Map(observed.map(({ key, size }, i) => [key, normals(seed + i, size)]));
      const wanted = made.nodes.filter(({ key }) => !evidence.has(key)).map(({ key }) => key);
      const { logEvidence, of } = smooth(made, evidence, wanted)!;
      for (const key of wanted) {
        const alone = filter(made, evidence, [key]);
        expect(Math.abs(logEvidence - alone.logEvidence)).toBeLessThan(1e-10 * Math.max(1, Math.abs(logEvidence)));
        const { mean, covariance } = of.get(key)!;
        mean.forEach((value, i) => {
          expect(Math.abs(value - alone.mean[i]!)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
        });
        covariance.forEach((value, i) => {
          expect(Math.abs(value - alone.covariance[i]!)).toBeLessThan(1e-9 * Math.max(...alone.covariance));
        });
      }
    },
  );

  it('keeps the digits of sharp data under a vague prior', () => {
    const made = linear(
      `latent z[1] ~ Normal(0, 1e9)
latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3
observed x | z[3] ~ Normal(z[3], 1)`,
      { z: 3, x: null },
    );
    const { of, logEvidence } = smooth(made, new Map([['x', Float64Array.of(7)]]), keysOf('z', 3))!;
    // With a flat prior z[t] given x is Normal(7, √(4 − t)); the prior takes 1e-18 of it.
    keysOf('z', 3).forEach((key, t) => {
      expect(of.get(key)!.mean[0]).toBeCloseTo(7, 12);
      expect(of.get(key)!.covariance[0]).toBeCloseTo(3 - t, 12);
    });
    expect(logEvidence).toBeCloseTo(-Math.log(1e9) - 0.5 * Math.log(2 * Math.PI), 12);
  });

  it('of a trend that doubles back on itself is that of dense conditioning', () => {
    // Second differences with noise: terms that cancel, and a spread that grows along the chain.
    const steps = 120;
    const made = linear(
      `latent z[1] ~ Normal(0, 1)
latent z[2] | z[1] ~ Normal(z[1], 1)
latent z[t] | z[t-1], z[t-2] ~ Normal(2 * z[t-1] - z[t-2], 0.1) for t in 3..${steps}
observed x[t] | z[t] ~ Normal(z[t], 0.5) for t in 1..${steps}`,
      { z: steps, x: steps },
    );
    const seen = Array.from({ length: steps }, (_, t) => 10 * Math.sin(t / 7));
    const { of } = smooth(made, chain('x', seen), keysOf('z', steps))!;
    const truth = precisionOf(steps);
    const means = solve(
      truth,
      seen.map((value) => value / 0.25),
    );
    for (const t of [0, 1, 2, 17, 60, 118, 119]) {
      const unit = new Array<number>(steps).fill(0);
      unit[t] = 1;
      const { mean, covariance } = of.get(`z[${t + 1}]`)!;
      expect(mean[0]).toBeCloseTo(means[t]!, 9);
      expect(covariance[0]! / solve(truth, unit)[t]!).toBeCloseTo(1, 9);
    }
  });

  it('draws what it says', () => {
    const made = linear(
      `latent z[1] ~ Normal(1, 1)
latent d | z[1] ~ Dirac(2 * z[1])
latent z[t] | z[t-1] ~ Normal(0.5 * z[t-1], 1) for t in 2..3
observed x | z[3], d ~ Normal(z[3] + d, 0.5)`,
      { z: 3, d: null, x: null },
    );
    const wanted = [...keysOf('z', 3), 'd'];
    const evidence = new Map([['x', Float64Array.of(2)]]);
    const { of, numbers, draw } = smooth(made, evidence, wanted)!;
    const count = 20_000;
    const standard = normals(5, count * numbers);
    const draws = Array.from({ length: count }, (_, i) => draw(standard.subarray(i * numbers, (i + 1) * numbers)));
    const joint = filter(made, evidence, wanted);
    const at = wanted.map((key) => made.byKey.get(key)!.first);
    at.forEach((i, a) => {
      at.forEach((j, b) => {
        const [m, n] = [of.get(wanted[a]!)!.mean[0]!, of.get(wanted[b]!)!.mean[0]!];
        const found = draws.reduce((sum, each) => sum + (each[i]! - m) * (each[j]! - n), 0) / count;
        expect(
          Math.abs(found - joint.covariance[joint.offsets.get(wanted[a]!)! * 4 + joint.offsets.get(wanted[b]!)!]!),
        ).toBeLessThan(0.05);
      });
    });
    for (const each of draws.slice(0, 50)) expect(each[at[3]!]).toBeCloseTo(2 * each[at[0]!]!, 12);
  });

  it('says of impossible evidence only that', () => {
    const made = linear('latent z ~ Normal(0, 1)\nlatent a | z ~ Dirac(z)\nobserved x | a ~ Dirac(2 * a)', {
      z: null,
      a: null,
      x: null,
    });
    const evidence = new Map([
      ['a', Float64Array.of(1)],
      ['x', Float64Array.of(3)],
    ]);
    expect(smooth(made, evidence, ['z'])).toMatchObject({ logEvidence: Number.NEGATIVE_INFINITY, of: new Map() });
  });
});

/** The inverse covariance of the trend given observations with variance 0.25. */
function precisionOf(n: number): number[][] {
  const precision = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 4 : 0)));
  const term = (places: readonly number[], factors: readonly number[], variance: number) => {
    places.forEach((i, a) => {
      places.forEach((j, b) => {
        precision[i]![j]! += (factors[a]! * factors[b]!) / variance;
      });
    });
  };
  term([0], [1], 1);
  term([0, 1], [-1, 1], 1);
  for (let t = 2; t < n; t++) term([t - 2, t - 1, t], [1, -2, 1], 0.01);
  return precision;
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < n; c++) {
    const best = rows.reduce(
      (top, row, r) => (r > top && r >= c && Math.abs(row[c]!) > Math.abs(rows[top]![c]!) ? r : top),
      c,
    );
    [rows[c], rows[best]] = [rows[best]!, rows[c]!];
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r]![c]! / rows[c]![c]!;
      if (factor !== 0) for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  const result = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let k = r + 1; k < n; k++) sum -= rows[r]![k]! * result[k]!;
    result[r] = sum / rows[r]![r]!;
  }
  return result;
}

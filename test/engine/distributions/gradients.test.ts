import { grads, type Tensor, tensor, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FamilyName, families } from '../../../src/model/families';
import { dirichlet } from '../../../webview/engine/distributions/dirichlet';
import { multivariateNormal } from '../../../webview/engine/distributions/multivariateNormal';
import { logGamma } from '../../../webview/engine/math/stirling';
import { backends, useBackend } from '../backends';
import { densities, examples, names, type UnivariateName } from './densities';
import { univariate } from './harness';
import { slope } from './slope';

/** Parameters that count things, and x itself in a discrete family, have no derivative. */
const counts: Partial<Record<FamilyName, readonly number[]>> = {
  DiscreteUniform: [0, 1],
  Binomial: [0],
  BetaBinomial: [0],
  Dirac: [0],
};

/** The tolerance is relative to each slope, and where one passes through 0 to what the slope usually is. */
function compare(found: ArrayLike<number>, expected: readonly number[], label: string): void {
  const usual = Math.sqrt(expected.reduce((sum, s) => sum + s * s, 0) / expected.length);
  expected.forEach((s, i) => {
    const tolerance = 3e-5 * Math.abs(s) + 1e-5 * usual;
    expect(Math.abs(found[i]! - s), `${label}, point ${i}: ${found[i]} for ${s}`).toBeLessThanOrEqual(tolerance);
  });
}

/** The slopes at each x: with respect to x, then to each parameter. */
function slopesAt(name: UnivariateName, x: readonly number[], parameters: readonly number[]): number[][] {
  const f = (...inputs: Tensor[]) => univariate(name).logProb(inputs[0]!, inputs.slice(1));
  const points = tensor1d([...x]);
  if (name === 'Categorical') {
    // A category is no number that could move.
    const [slopes] = grads((table: Tensor) => f(points, table))([tensor2d(x.map(() => [...parameters]))]);
    const all = slopes!.dataSync();
    return [[], ...parameters.map((_, i) => x.map((_x, k) => all[k * parameters.length + i]!))];
  }
  // Every point has parameters of its own, so that their slopes are told apart.
  return grads(f)([points, ...parameters.map((p) => tensor1d(x.map(() => p)))]).map((g) => [...g.dataSync()]);
}

const marks = [0.02, 0.11, 0.27, 0.4, 0.62, 0.81, 0.93, 0.99];
const cases = names.flatMap((name) => examples[name].map((parameters) => ({ name, parameters })));

describe.each(backends)('gradients of the log density on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(cases)('$name $parameters with respect to x and every parameter', ({ name, parameters }) => {
    const family = univariate(name);
    const x = [...new Set(marks.map((u) => Math.fround(family.quantile(u, parameters))))];
    const found = tidy(() => slopesAt(name, x, parameters));
    const f = densities[name];
    if (!families[name].discrete) {
      const expected = x.map((value) => {
        // Not over a kink or an end of the support.
        const room = Math.min(...kinks(name, parameters).map((end) => Math.abs(value - end)), Math.abs(value) + 0.5);
        return slope((t) => f(t, parameters), value, Math.min(0.02, 0.02 * room));
      });
      compare(found[0]!, expected, 'x');
    }
    parameters.forEach((p, i) => {
      if (counts[name]?.includes(i)) return;
      const moved = (value: number) => parameters.map((each, k) => (k === i ? value : each));
      const expected = x.map((value) => {
        const room = Math.min(Math.abs(p) + (p === 0 ? 1 : 0), ...(i === 0 ? kinkRoom(name, value, p) : []));
        return slope((t) => f(value, moved(t)), p, 0.02 * room);
      });
      compare(found[1 + i]!, expected, families[name].parameters[i]?.name ?? 'probabilities');
    });
  });

  test('MultivariateNormal with respect to x, mean and covariance', () => {
    const [x, mean] = [
      [0.5, -1, 2],
      [0.25, 0, 1],
    ];
    const C = [2, 0.5, -0.25, 0.5, 1, 0.125, -0.25, 0.125, 0.75];
    const logDensity = (point: number[], centre: number[], matrix: number[]) => {
      const d = point.map((value, i) => value - centre[i]!);
      const [a, b, c, e, g, h, k, l, m] = matrix as [number, number, number, number, number, number, ...number[]] &
        number[];
      const determinant = a * (g! * m! - h! * l!) - b * (e! * m! - h! * k!) + c * (e! * l! - g! * k!);
      const adjugate = [
        [g! * m! - h! * l!, c * l! - b * m!, b * h! - c * g!],
        [h! * k! - e! * m!, a * m! - c * k!, c * e! - a * h!],
        [e! * l! - g! * k!, b * k! - a * l!, a * g! - b * e!],
      ];
      const form = d.reduce((sum, di, i) => sum + di * d.reduce((row, dj, j) => row + adjugate[i]![j]! * dj, 0), 0);
      return -0.5 * (form / determinant + Math.log(determinant) + 3 * Math.log(2 * Math.PI));
    };
    const [dx, dMean, dC] = tidy(() =>
      grads((...t: Tensor[]) => multivariateNormal.logProb(t[0]!, [t[1]!, t[2]!]))([
        tensor1d(x!),
        tensor1d(mean!),
        tensor(C, [3, 3]),
      ]).map((g) => [...g.dataSync()]),
    ) as [number[], number[], number[]];
    const moved = (list: number[], at: number[], t: number) => list.map((value, k) => (at.includes(k) ? t : value));
    const alone = [0, 1, 2];
    compare(
      dx,
      alone.map((i) => slope((t) => logDensity(moved(x!, [i], t), mean!, C), x![i]!, 0.01)),
      'x',
    );
    compare(
      dMean,
      alone.map((i) => slope((t) => logDensity(x!, moved(mean!, [i], t), C), mean![i]!, 0.01)),
      'mean',
    );
    const pairs = alone.flatMap((i) => alone.filter((j) => j >= i).map((j) => [3 * i + j, 3 * j + i] as const));
    // A covariance moves together with its mirror.
    compare(
      pairs.map(([at, mirror]) => (at === mirror ? dC[at]! : dC[at]! + dC[mirror]!)),
      pairs.map(([at, mirror]) => slope((t) => logDensity(x!, mean!, moved(C, [at, mirror], t)), C[at]!, 0.01)),
      'covariance',
    );
  });

  test('Dirichlet with respect to every concentration', () => {
    const [x, concentration] = [
      [0.25, 0.125, 0.5, 0.125],
      [2, 0.5, 7, 1],
    ];
    const logDensity = (a: number[]) =>
      logGamma(a.reduce((sum, each) => sum + each, 0)) +
      a.reduce((sum, each, i) => sum + (each - 1) * Math.log(x![i]!) - logGamma(each), 0);
    const slopes = tidy(() => [
      ...grads((...t: Tensor[]) => dirichlet.logProb(t[0]!, [t[1]!]))([
        tensor1d(x!),
        tensor1d(concentration!),
      ])[1]!.dataSync(),
    ]);
    const expected = concentration!.map((a, i) =>
      slope((t) => logDensity(concentration!.map((each, k) => (k === i ? t : each))), a, 0.01 * a),
    );
    compare(slopes, expected, 'concentration');
  });
});

/** Where the log density has a kink, a jump or an end. */
function kinks(name: FamilyName, parameters: readonly number[]): number[] {
  if (name === 'Laplace') return [parameters[0]!];
  if (name === 'Pareto') return [parameters[1]!];
  if (name === 'Beta') return [0, 1];
  if (name === 'Uniform') return [...parameters];
  if (families[name].support === 'reals') return [];
  return [0];
}

/** How far a location may move before a kink passes over x. */
function kinkRoom(name: FamilyName, x: number, location: number): number[] {
  return name === 'Laplace' || name === 'Uniform' ? [Math.abs(x - location)] : [];
}

import { env, grads, mul, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Evaluation, type Numbers } from '../../webview/engine/evaluation';
import { nodeValues } from '../../webview/engine/jointTable';
import { lawOf } from '../../webview/engine/law';
import { logProb } from '../../webview/engine/lawLogProb';
import { logGamma } from '../../webview/engine/math/stirling';
import { nowhere } from '../../webview/engine/scope';
import { backends, useBackend } from './backends';
import { slope } from './distributions/slope';
import { model } from './models';
import { given } from './plain';

/** An evaluation whose params are the tensors that a gradient is taken with respect to. */
class Watched extends Evaluation {
  constructor(
    numbers: Numbers,
    private readonly watched: Readonly<Record<string, Tensor>>,
  ) {
    super(numbers);
  }

  override param(name: string): Tensor {
    return this.watched[name] ?? super.param(name);
  }
}

interface Subject {
  readonly title: string;
  readonly text: string;
  /** Values of the params, in the order of the text. */
  readonly params: Readonly<Record<string, { readonly values: number[]; readonly shape: number[] }>>;
  readonly x: { readonly values: number[]; readonly shape: number[]; readonly moves?: boolean };
  /** The value of k at each node. */
  readonly k?: number[];
  /** Σ over points and nodes of weight × log density, in double precision. */
  readonly total: (params: Readonly<Record<string, readonly number[]>>, x: readonly number[]) => number;
  /** Entries of a symmetric matrix move together. */
  readonly mirrored?: string;
}

const normal = (x: number, mean: number, sd: number) =>
  -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
const laplace = (x: number, loc: number, scale: number) => -Math.abs(x - loc) / scale - Math.log(2 * scale);
/** Of point p and node n: every place counts differently, so that none is mistaken for another. */
const weight = (p: number, n: number) => 1 + 0.5 * p - 0.25 * n;

const subjects: readonly Subject[] = [
  {
    title: 'a table, by the row of each node',
    text: `param m = 0.5
param s: positive = 1.5
latent k ~ Bernoulli(0.5)
observed x | k ~ case k { true: Normal(m, s), false: Laplace(m, 2 * s) }`,
    params: { m: { values: [0.5], shape: [1, 1] }, s: { values: [1.5], shape: [1, 1] } },
    x: { values: [-1, 2], shape: [2, 1] },
    k: [1, 0, 1],
    total: ({ m, s }, x) =>
      x.reduce(
        (sum, value, p) =>
          sum +
          (weight(p, 0) + weight(p, 2)) * normal(value, m![0]!, s![0]!) +
          weight(p, 1) * laplace(value, m![0]!, 2 * s![0]!),
        0,
      ),
  },
  {
    title: 'a table with a row whose support ends before x',
    text: `param rate: positive = 2
param m = 0
latent k ~ Bernoulli(0.5)
observed x | k ~ case k { true: Exponential(rate), false: Normal(m, 1) }`,
    params: { rate: { values: [2], shape: [1, 1] }, m: { values: [0.25], shape: [1, 1] } },
    x: { values: [-1], shape: [1, 1] },
    // At the second node −∞, whatever the rate.
    k: [0, 1],
    total: ({ m }, [x]) => weight(0, 0) * normal(x!, m![0]!, 1),
  },
  {
    title: 'copies',
    text: 'param m = 0.5\nparam s: positive = 1.5\nobserved x ~ Normal(m, s)^3',
    params: { m: { values: [0.5], shape: [1, 1] }, s: { values: [1.5], shape: [1, 1] } },
    x: { values: [-1, 2, 0, 1, 0.5, 3], shape: [2, 1, 3] },
    total: ({ m, s }, x) =>
      x.reduce((sum, value, i) => sum + weight(Math.floor(i / 3), 0) * normal(value, m![0]!, s![0]!), 0),
  },
  {
    title: 'a bell in two dimensions',
    text: `param m = [0.5, -1]
param C: covariance = [[2, 0.5], [0.5, 1]]
observed x ~ MultivariateNormal(m, C)`,
    params: {
      m: { values: [0.5, -1], shape: [1, 1, 2] },
      C: { values: [2, 0.5, 0.5, 1], shape: [1, 1, 2, 2] },
    },
    x: { values: [1, 1, -0.5, 0], shape: [2, 1, 2] },
    mirrored: 'C',
    total: ({ m, C }, x) => {
      const [a, b, c, d] = C as unknown as [number, number, number, number];
      const determinant = a * d - b * c;
      return [0, 1].reduce((sum, p) => {
        const [u, v] = [x[2 * p]! - m![0]!, x[2 * p + 1]! - m![1]!];
        const form = (d * u * u - (b + c) * u * v + a * v * v) / determinant;
        return sum - weight(p, 0) * (0.5 * (form + Math.log(determinant)) + Math.log(2 * Math.PI));
      }, 0);
    },
  },
  {
    title: 'shares',
    text: 'param a: positive = [2, 0.5, 3]\nobserved x ~ Dirichlet(a)',
    params: { a: { values: [2, 0.5, 3], shape: [1, 1, 3] } },
    x: { values: [0.25, 0.25, 0.5, 0.5, 0.125, 0.375], shape: [2, 1, 3], moves: false },
    total: ({ a }, x) =>
      [0, 1].reduce((sum, p) => {
        const constant = logGamma(a![0]! + a![1]! + a![2]!);
        const terms = a!.reduce((part, each, i) => part + (each - 1) * Math.log(x[3 * p + i]!) - logGamma(each), 0);
        return sum + weight(p, 0) * (constant + terms);
      }, 0),
  },
  {
    title: 'a category, which is looked up',
    text: 'param w = [0.25, 0.125, 0.625]\nobserved x ~ Categorical(w)',
    params: { w: { values: [0.25, 0.125, 0.625], shape: [1, 1, 3] } },
    x: { values: [3, 1, 3, 4], shape: [4, 1], moves: false },
    // There is no fourth category: −∞ whatever the probabilities.
    total: ({ w }, x) => [0, 1, 2].reduce((sum, p) => sum + weight(p, 0) * Math.log(w![x[p]! - 1]!), 0),
  },
  {
    title: 'categories in copies',
    text: 'param w = [0.25, 0.75]\nobserved x ~ Categorical(w)^2',
    params: { w: { values: [0.25, 0.75], shape: [1, 1, 2] } },
    x: { values: [1, 2, 2, 2], shape: [2, 1, 2], moves: false },
    total: ({ w }, x) => x.reduce((sum, code, i) => sum + weight(Math.floor(i / 2), 0) * Math.log(w![code - 1]!), 0),
  },
  {
    title: 'a category whose probabilities go by the node',
    text: `param w = [[0.25, 0.75], [0.5, 0.5], [0.875, 0.125]]
latent k ~ Categorical([0.2, 0.3, 0.5])
observed x | k ~ Categorical(w[k])`,
    params: { w: { values: [0.25, 0.75, 0.5, 0.5, 0.875, 0.125], shape: [1, 1, 3, 2] } },
    x: { values: [1, 2], shape: [2, 1], moves: false },
    k: [3, 1, 3],
    total: ({ w }, x) =>
      x.reduce(
        (sum, code, p) =>
          sum + [3, 1, 3].reduce((part, k, n) => part + weight(p, n) * Math.log(w![2 * (k - 1) + code - 1]!), 0),
        0,
      ),
  },
  {
    title: 'a mean that is picked from a table, and one of a case',
    text: `param mu = [-1, 0.5, 2]
param up: positive = 1.5
latent k ~ Categorical([0.2, 0.3, 0.5])
observed x | k ~ Normal(mu[k], case k { 1: up, 2: 1, 3: 2 * up })`,
    params: { mu: { values: [-1, 0.5, 2], shape: [1, 1, 3] }, up: { values: [1.5], shape: [1, 1] } },
    x: { values: [0, 1], shape: [2, 1] },
    k: [3, 1, 3, 2],
    total: ({ mu, up }, x) =>
      x.reduce(
        (sum, value, p) =>
          sum +
          [3, 1, 3, 2].reduce((part, k, n) => {
            const sd = [up![0]!, 1, 2 * up![0]!][k - 1]!;
            return part + weight(p, n) * normal(value, mu![k - 1]!, sd);
          }, 0),
        0,
      ),
  },
];

describe.each(backends)('gradients through a law on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    // The library then takes for leaks what this backend keeps for the way back.
    env().set('IS_TEST', false);
  });

  test.each(subjects)('$title', ({ text, params, x, k, total, mirrored }) => {
    const { numbers } = given(model(text));
    const { distribution } = numbers.program.variables.get('x')!.definitions[0]!;
    const keys = Object.keys(params);
    const withX = x.moves !== false;
    const found = tidy(() => {
      const f = (...inputs: Tensor[]) => {
        const scope = new Watched(numbers, Object.fromEntries(keys.map((key, i) => [key, inputs[i]!])));
        if (k !== undefined) scope.assign('k', nodeValues(Float64Array.from(k), k.length, []));
        const point = withX ? inputs.at(-1)! : tensor(x.values, x.shape);
        const logs = logProb(lawOf(distribution, scope, nowhere), point);
        const [points, nodes] = logs.shape as [number, number];
        const weights = Array.from({ length: points * nodes }, (_, i) => weight(Math.floor(i / nodes), i % nodes));
        return sum(mul(logs, tensor(weights, [points, nodes])));
      };
      const inputs = [
        ...keys.map((key) => tensor(params[key]!.values, params[key]!.shape)),
        ...(withX ? [tensor(x.values, x.shape)] : []),
      ];
      return grads(f)(inputs).map((g) => [...g.dataSync()]);
    });
    const values = Object.fromEntries(keys.map((key) => [key, params[key]!.values]));
    const close = (value: number, expected: number, label: string) =>
      expect(Math.abs(value - expected), `${label}: ${value} for ${expected}`).toBeLessThanOrEqual(
        2e-5 * (Math.abs(expected) + 1),
      );
    keys.forEach((key, i) => {
      values[key]!.forEach((value, j) => {
        // The entry across the diagonal of a 2 × 2 matrix.
        const mirror = key === mirrored && (j === 1 || j === 2) ? 3 - j : j;
        const moved = (t: number) =>
          total({ ...values, [key]: values[key]!.map((each, l) => (l === j || l === mirror ? t : each)) }, x.values);
        const slopes = found[i]!;
        close(
          mirror === j ? slopes[j]! : slopes[j]! + slopes[mirror]!,
          slope(moved, value, 1e-2 * Math.abs(value)),
          `${key} ${j}`,
        );
      });
    });
    if (!withX) return;
    x.values.forEach((value, j) => {
      const moved = (t: number) =>
        total(
          values,
          x.values.map((each, l) => (l === j ? t : each)),
        );
      close(found.at(-1)![j]!, slope(moved, value, 1e-2), `x ${j}`);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { splitAncestors } from '../../../../src/engine/factors/gaussian/collapse';
import { curveOf, final } from '../../ask';
import { ask, choice, model } from '../../models';
import { given } from '../../plain';
import { settled, taskOf } from './tasks';

/** What of the ancestors of x is drawn, hidden and an input. */
function split(text: string, close = true, known: readonly string[] = []) {
  const { numbers, graph } = given(model(text));
  const x = graph.element('x', null);
  const rest = graph.ancestors(x).filter(({ key }) => !known.includes(key));
  const { drawn, hidden, closed, inputs } = splitAncestors(numbers, x, rest, new Set(known), close);
  const keys = (elements: readonly { readonly key: string }[]) => elements.map(({ key }) => key).join(' ');
  return `${keys(drawn)} | ${keys(hidden)} | ${[...inputs].join(' ')} | ${closed ? 'closed' : 'open'}`;
}

describe('the split of a target’s ancestors', () => {
  const two = 'latent a ~ Normal(0, 1)\nlatent b | a ~ Normal(a, 1)\n';

  it.each([
    ['a linear model has nothing drawn', `${two}observed x | b ~ Normal(b, 1)`, ' | a b |  | closed'],
    ['a bent target draws its own parents', `${two}observed x | b ~ Laplace(b, 1)`, 'b | a |  | open'],
    [
      'what is linear in an input is affine in it',
      'latent a ~ Laplace(0, 1)\nlatent b | a ~ Normal(a, 1)\nobserved x | b ~ Normal(b, 1)',
      ' | b | a | closed',
    ],
    [
      'a bent element between draws its parents',
      `${two}latent c | b ~ Gamma(exp(b), 1)\nlatent d | c, a ~ Normal(c + a, 1)\nobserved x | d ~ Normal(d, 1)`,
      'b | a d | c | closed',
    ],
    [
      'a function of what is drawn is computed from it',
      `${two}latent c | b ~ Dirac(2 * b)\nobserved x | b, c ~ Laplace(b + c, 1)`,
      'b | a | | open'.replace('| |', '|  |'),
    ],
    [
      'a function of what is hidden is drawn itself',
      `${two}latent c | a, b ~ Dirac(a + b)\nobserved x | c ~ Laplace(c, 1)`,
      'c | a b |  | open',
    ],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it('opens a target for its components', () => {
    expect(split(`${two}observed x | b ~ Normal(b, 1)`, false)).toBe('b | a |  | open');
  });

  it('takes what depends on a discrete variable for linear only where its states are gone through', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nlatent a | k ~ Normal(k, 1)\nobserved x | a ~ Normal(a, 1)';
    expect(split(text, true, ['k'])).toBe(' | a |  | closed');
    expect(split(text, true)).toBe(' |  | a | closed');
  });
});

/** Nothing, but in a form that is not taken for linear. */
const bend = (text: string) =>
  text.replaceAll('~ Normal(z', '~ Normal(0 * z ^ 2 + z').replaceAll('sum(z)', 'sum(z) + 0 * z[1] ^ 2');

describe('the closed form and the quadrature of one model', () => {
  it.each([
    'latent z ~ Normal(0.5, 1.5)\nobserved x | z ~ Normal(z * 2 - 1, 0.7)',
    'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(sum(z) + z[1], 0.8)',
    'latent z ~ MultivariateNormal([0, 1], [[1, 0.5], [0.5, 1]])\nobserved x | z ~ Normal(sum(z), 0.8)',
    'latent k ~ Categorical([0.2, 0.5, 0.3])\nlatent z | k ~ Normal([-2, 0, 4][k], [1, 0.5, 1][k])\nobserved x | z, k ~ Normal(z + k, 0.6)',
    'latent y ~ Laplace(0, 1)\nlatent z | y ~ Normal(y, 1)\nobserved x | z ~ Normal(z, 1)',
  ])('agree: %s', (text) => {
    const xs = [-4, -1.3, 0, 0.4, 2, 5.5];
    const [closed, numeric] = [taskOf(text, 'x', null, null, xs), taskOf(bend(text), 'x', null, null, xs)];
    expect(closed.plan.dimensions).toBeLessThan(numeric.plan.dimensions);
    expect(numeric.plan.method).toBe('quadrature');
    const [a, b] = [settled(closed), settled(numeric)];
    a.density.forEach((value, i) => {
      expect(Math.abs(value - b.density[i]!)).toBeLessThan(Math.max(1e-9, b.relativeError * Math.max(...b.density)));
    });
    expect(b.relativeError).toBeLessThan(1e-4);
    a.components.forEach((component, k) => {
      component.forEach((value, i) => {
        expect(Math.abs(value - b.components[k]![i]!)).toBeLessThan(1e-5);
      });
    });
  });
});

const chain = (steps: number, first = 'Normal(0, 1)') => `
latent   z[1]          ~ ${first}
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1] + 0.1, 0.4) for t in 2..${steps}
`;

/** Mean and variance of z[t] from those of z[1]. */
function moments(t: number, mean = 0, variance = 1): [number, number] {
  return t === 1 ? [mean, variance] : moments(t - 1, 0.9 * mean + 0.1, 0.81 * variance + 0.16);
}

describe('a linear-Gaussian chain below something else', () => {
  const [mean, variance] = moments(200);
  const short = `latent z ~ Normal(${mean}, ${Math.sqrt(variance)})\n`;

  it.each([
    ['Laplace(W, 1)', 1e-6],
    ['StudentT(3, W, 0.5)', 1e-6],
    ['Poisson(exp(W))', 1e-6],
    ['Bernoulli(sigmoid(2 * W))', 1e-6],
    ['Normal(W ^ 3, 0.5 + W ^ 2)', 1e-6],
  ])('is one dimension: %s', (distribution, tolerance) => {
    const xs = [0, 1, 2, 5];
    const long = taskOf(
      `${chain(200)}observed x | z[200] ~ ${distribution.replaceAll('W', 'z[200]')}`,
      'x',
      null,
      null,
      xs,
    );
    const one = taskOf(`${short}observed x | z ~ ${distribution.replaceAll('W', 'z')}`, 'x', null, null, xs);
    expect(long.plan).toMatchObject({ method: 'quadrature', dimensions: 1 });
    const [a, b] = [settled(long), settled(one)];
    a.density.forEach((value, i) => {
      expect(Math.abs(value - b.density[i]!)).toBeLessThan(tolerance);
    });
  });

  it('is two dimensions below two of its elements', () => {
    const text = `${chain(30)}observed x | z[10], z[30] ~ Laplace(z[10] * z[30], 1)`;
    const task = taskOf(text, 'x', null, null, [-1, 0, 2]);
    expect(task.plan).toMatchObject({ method: 'quadrature', dimensions: 2 });
    const [m, v] = moments(10);
    const [n, w] = moments(30);
    const cross = 0.9 ** 20 * v;
    const pair = `latent z ~ MultivariateNormal([${m}, ${n}], [[${v}, ${cross}], [${cross}, ${w}]])\nobserved x | z ~ Laplace(z[1] * z[2], 1)`;
    const [a, b] = [settled(task), settled(taskOf(pair, 'x', null, null, [-1, 0, 2]))];
    a.density.forEach((value, i) => {
      expect(Math.abs(value - b.density[i]!)).toBeLessThan(1e-4);
    });
  });

  it('is as many dimensions as what it starts from', () => {
    const text = `${chain(50, 'Laplace(0, 1)')}observed x | z[50] ~ Normal(z[50], 0.1)`;
    const task = taskOf(text, 'x', null, null, [0.5, 1, 1.7]);
    expect(task.plan).toMatchObject({ method: 'quadrature', dimensions: 1 });
    // z[50] is 0.9 ** 49 times the Laplace variable, and a Gaussian with the mean and variance from z[1] = 0.
    const [m, v] = moments(50, 0, 0);
    const one = taskOf(
      `latent y ~ Laplace(0, 1)\nobserved x | y ~ Normal(0 * y ^ 2 + ${0.9 ** 49} * y + ${m}, ${Math.sqrt(v + 0.01)})`,
      'x',
      null,
      null,
      [0.5, 1, 1.7],
    );
    const [a, b] = [settled(task), settled(one)];
    a.density.forEach((value, i) => {
      expect(Math.abs(value - b.density[i]!)).toBeLessThan(Math.max(1e-9, b.relativeError * Math.max(...b.density)));
    });
    expect(b.relativeError).toBeLessThan(1e-4);
  });

  it('has the components of its last element', () => {
    const text = `${chain(40)}observed x | z[40] ~ Normal(z[40], 0.3)`;
    const { components } = curveOf(final(ask(text, { samples: 0 })));
    expect(components).toMatchObject({ kind: 'draws', of: 'z[40]', total: Infinity });
    expect(components.items).toHaveLength(30);
    const [m, v] = moments(40);
    const labels = components.items.map(({ label }) => Number(label.replace('−', '-')));
    // Evenly spread over the distribution of z[40].
    expect(labels.reduce((a, b) => a + b, 0) / 30).toBeCloseTo(m, 2);
    expect(labels[29]).toBeCloseTo(m + 2.128 * Math.sqrt(v), 2);
  });

  it('with states of a switch on the way is summed over them', () => {
    const text = `
latent   s[1]                ~ Bernoulli(0.5)
latent   s[t] | s[t-1]       ~ Bernoulli(case s[t-1] { true: 0.9, false: 0.2 }) for t in 2..6
latent   z[1]                ~ Normal(0, 1)
latent   z[t] | z[t-1], s[t] ~ Normal(case s[t] { true: 0.9, false: -0.5 } * z[t-1] + s[t], 0.4) for t in 2..6
observed x | z[6]            ~ Laplace(z[6], 0.3)`;
    const preview = final(ask(text, { points: 64, samples: 100_000 }));
    expect(preview.method).toMatchObject({ name: 'quadrature', states: 32, dimensions: 1 });
    const { x, density, histogram, components } = curveOf(preview);
    expect(components).toMatchObject({ of: 's[6]', total: 2 });
    const { edges, density: shares } = histogram!;
    for (let i = 0; i < shares.length; i++) {
      const [low, high] = [edges[i]!, edges[i + 1]!];
      const middle = 0.5 * (low + high);
      const at = x.findIndex((value) => value >= middle);
      const between = (middle - x[at - 1]!) / (x[at]! - x[at - 1]!);
      const curve = density[at - 1]! + between * (density[at]! - density[at - 1]!);
      expect(Math.abs(shares[i]! - curve)).toBeLessThan(0.004 + 4 * Math.sqrt(curve / (100_000 * (high - low))));
    }
  });

  it('below a discrete variable that it decides keeps its probability', () => {
    const text = `${chain(20)}latent b | z[20] ~ Bernoulli(sigmoid(z[20]))\nobserved x | b, z[20] ~ Normal(3 * b + z[20], 0.5)`;
    const xs = [-1, 0, 1, 2.5, 4];
    const task = taskOf(text, 'x', null, null, xs);
    expect(task.plan).toMatchObject({ method: 'quadrature', dimensions: 1, table: { count: 2 } });
    const [m, v] = moments(20);
    const one = `latent z ~ Normal(${m}, ${Math.sqrt(v)})\nlatent b | z ~ Bernoulli(sigmoid(z))\nobserved x | b, z ~ Normal(3 * b + z, 0.5)`;
    const [long, short] = [settled(task), settled(taskOf(one, 'x', null, null, xs))];
    expect(long.components).toHaveLength(2);
    long.density.forEach((value, i) => {
      expect(Math.abs(value - short.density[i]!)).toBeLessThan(1e-5);
      expect(Math.abs(long.components[1]![i]! - short.components[1]![i]!)).toBeLessThan(1e-5);
    });
  });

  it('shows the prior of every element in closed form', () => {
    const text = `${chain(20)}observed x | z[20] ~ Poisson(exp(z[20]))`;
    const { prior } = final(ask(text, { latent: choice('z', null, 15), samples: 0 }));
    if (prior?.kind !== 'curve') throw new Error('not a curve');
    const [m, v] = moments(15);
    prior.x.forEach((x, i) => {
      expect(prior.density[i]).toBeCloseTo(Math.exp((-0.5 * (x - m) ** 2) / v) / Math.sqrt(2 * Math.PI * v), 12);
    });
  });
});

describe('a model that is linear given the values of some variables', () => {
  it.each<[string, string, string, number?]>([
    [
      'with a random spread',
      `latent tau ~ HalfNormal(1)
latent   centre             ~ Normal(0, 2)
latent   group | centre, tau ~ Normal(centre, tau)^3
let average = sum(group) / 3
observed x | group           ~ Normal(average, 0.5)`,
      'latent tau ~ HalfNormal(1)\nobserved x | tau ~ Normal(0, sqrt(4.25 + tau ^ 2 / 3))',
    ],
    [
      'with a product',
      'latent w ~ Laplace(1, 2)\nlatent v ~ Normal(0.5, 1)\nobserved x | w, v ~ Normal(w * v, 0.2)',
      'latent w ~ Laplace(1, 2)\nobserved x | w ~ Normal(0.5 * w, sqrt(w ^ 2 + 0.04))',
    ],
    [
      'with a spread that is sometimes invalid',
      'latent s ~ Normal(1, 0.3)\nlatent v | s ~ Normal(s, s)\nobserved x | v ~ Normal(v, 0.5)',
      'latent s ~ Normal(1, 0.3)\nlatent v | s ~ Normal(s, 0.5 + s - 0.5)\nobserved x | v ~ Normal(0 * v ^ 2 + v, 0.5)',
      // Both leave out what is invalid, and end at a jump.
      2e-3,
    ],
    [
      'with discrete variables too',
      `latent k ~ Categorical([0.3, 0.7])
latent   s        ~ Gamma(2, 2)
latent   v | s, k ~ Normal([-1, 2][k], s)
observed x | v    ~ Normal(v, 0.5)`,
      'latent k ~ Categorical([0.3, 0.7])\nlatent s ~ Gamma(2, 2)\nobserved x | s, k ~ Normal([-1, 2][k], sqrt(s ^ 2 + 0.25))',
    ],
  ])('%s is one dimension', (_, text, direct, tolerance = 2e-4) => {
    const xs = [-3, -1, 0, 0.4, 2, 6];
    const task = taskOf(text, 'x', null, null, xs);
    expect(task.plan).toMatchObject({ method: 'quadrature', dimensions: 1 });
    const [a, b] = [settled(task), settled(taskOf(direct, 'x', null, null, xs))];
    a.density.forEach((value, i) => {
      expect(Math.abs(value - b.density[i]!)).toBeLessThan(tolerance * Math.max(...b.density));
    });
  });

  it('has a pair that depend on one another', () => {
    const text = `
latent   s    ~ HalfNormal(1)
latent   v | s ~ Normal(0, s)
observed x | v ~ Normal([v, 2 * v], 0.5)`;
    const preview = final(ask(text, { points: 24, samples: 50_000 }));
    if (preview.observed.kind !== 'plane') throw new Error('not a plane');
    expect(preview.method).toMatchObject({ name: 'quadrature', dimensions: 1 });
    const { x, y, density, massInside } = preview.observed;
    const cell = (x[1]! - x[0]!) * (y[1]! - y[0]!);
    expect(density.reduce((a, b) => a + b, 0) * cell).toBeCloseTo(massInside, 1);
    const at = (a: number, b: number) => {
      const column = x.findIndex((value) => value >= a);
      return density[y.findIndex((value) => value >= b) * x.length + column]!;
    };
    expect(at(1, 2)).toBeGreaterThan(5 * at(1, -2));
  });

  it('says what is invalid at a small share of the nodes, and is refused where the share is large', () => {
    const text = 'latent s ~ Normal(M, 0.3)\nlatent v | s ~ Normal(1, s)\nobserved x | v ~ Normal(v, 0.5)';
    const { notices } = final(ask(text.replace('M', '1'), { points: 16, samples: 0 }));
    const about = notices.filter((notice) => notice.includes('The sd of v is -'));
    expect(about.length).toBeGreaterThan(0);
    for (const notice of about) {
      expect(notice).toMatch(
        /^For up to 0\.\d+ % of the draws: The sd of v is -[\d.e-]+; it must be positive\. They are left out\.$/,
      );
    }
    const task = taskOf(text.replace('M', '0.1'), 'x', null, null, [0]);
    expect(() => settled(task)).toThrow(/^The sd of v is -[\d.]+; it must be positive\.$/);
  });

  it('is drawn where too many variables would need values', () => {
    const text = `
latent   h[1]               ~ Normal(0, 1)
latent   h[t] | h[t-1]      ~ Normal(0.9 * h[t-1], 0.3) for t in 2..6
latent   y[1] | h[1]        ~ Normal(0, exp(h[1]))
latent   y[t] | y[t-1], h[t] ~ Normal(y[t-1], exp(h[t])) for t in 2..6
observed x | y[6]           ~ Normal(y[6], 0.1)`;
    const { plan } = taskOf(text, 'x', null, null, [0]);
    expect(plan.method).toBe('quasi-monte-carlo');
  });
});

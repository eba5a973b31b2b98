import { describe, expect, it } from 'vitest';
import { bentNames, isLinearGaussian } from '../../../../src/engine/factors/gaussian/linear';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { model } from '../../models';
import { given } from '../../plain';

const frame = (distribution: string) => `
param w = [1, 2]
network line(a) = a -> dense(3, linear) -> dense(2)
network bow(a)  = a -> dense(3, tanh) -> dense(2)
let mean = 2 * z
let square = z * z
latent z ~ Normal(0, 1)
latent v ~ Normal(0, 1)^2
latent k ~ Bernoulli(0.5)
observed x | z, v, k ~ ${distribution}`;

const rest = '+ 0 * (z + sum(v) + k + mean)';

/** Whether x is taken for linear and Gaussian, and whether it turns out to be. */
function both(distribution: string) {
  const { numbers, graph } = given(model(frame(distribution)));
  const x = graph.element('x', null);
  const elements = [...graph.ancestors(x), x];
  const made = linearGaussian(numbers, elements, new Map([['k', Float64Array.of(1)]]));
  return [isLinearGaussian(x, numbers.program), made !== null];
}

describe('a linear-Gaussian conditional', () => {
  it.each([
    `Normal(z ${rest}, 1)`,
    `Normal(mean - 3 * sum(v) / (1 + k) ${rest}, 1 + k)`,
    `Normal(dot(w, v) + line(v)[1] ${rest}, bow(k)[1] ^ 2 + 0.1)`,
    `Normal(v ${rest}, w)`,
    `Normal(z ${rest}, 1)^3`,
    `MultivariateNormal(v ${rest}, [[1, 0.2], [0.2, 1]])`,
    `Dirac(z ${rest})`,
    `case k { true: Normal(z ${rest}, 1), false: Dirac(3 * z) }`,
    `Normal(case k { true: z ${rest}, else: 0 }, 1)`,
    `Normal(max(k, 0.5) * z + v[k + 1] ${rest}, 1)`,
  ])('is %s', (distribution) => {
    expect(both(distribution)).toEqual([true, true]);
  });

  it.each([
    `Laplace(z ${rest}, 1)`,
    `Normal(z ${rest}, exp(z))`,
    `Normal(z ^ 2 ${rest}, 1)`,
    `Normal(z * v[1] ${rest}, 1)`,
    `Normal(bow(v)[1] ${rest}, 1)`,
    `Normal(abs(z) ${rest}, 1)`,
    `Normal(dot(v, v) ${rest}, 1)`,
    `Normal(k / (3 + z) ${rest}, 1)`,
    `MultivariateNormal(v ${rest}, [[1, 0.2], [0.2, 1 + z ^ 2]])`,
  ])('is not %s', (distribution) => {
    expect(both(distribution)).toEqual([false, false]);
  });

  it('is not a table with one row that is another family, though another row is taken', () => {
    expect(both(`case k { true: Normal(z ${rest}, 1), false: Laplace(z, 1) }`)).toEqual([false, true]);
  });

  it('is taken for bent by any power of a variable, though an exponent of one leaves it straight', () => {
    expect(both(`Normal(z ^ 1 ${rest}, 1)`)).toEqual([false, true]);
  });
});

describe('the variables that must have values', () => {
  it.each<[string, string[] | null]>([
    [`Normal(z ${rest}, exp(z))`, ['z']],
    [`Normal(z ${rest}, 1)`, []],
    [`Normal(z * v[1] ${rest}, 1)`, ['z']],
    [`Normal(square * z + v[1] ${rest}, 1)`, ['z']],
    [`Normal(bow(v)[1] + mean ${rest}, 1)`, ['v']],
    [`Normal(dot(v, line(z)) ${rest}, 1 + v[1] ^ 2)`, ['v']],
    [`case k { true: Normal(z ${rest}, 1), false: Normal(z, exp(v[1])) }`, ['v']],
    [`Laplace(z ${rest}, 1)`, null],
    [`case k { true: Normal(z ${rest}, 1), false: Laplace(z, 1) }`, null],
  ])('of %s are %j', (distribution, expected) => {
    const { numbers, graph } = given(model(frame(distribution)));
    const names = bentNames(graph.element('x', null), numbers.program);
    expect(names === null ? null : [...names]).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { planMarginal } from '../../../src/engine/plan/planner';
import { model } from '../models';
import { given } from '../plain';

function plan(text: string, name = 'x', index: number | null = null) {
  const { numbers, graph } = given(model(text));
  return planMarginal(numbers, graph, graph.element(name, index));
}

describe('the planner', () => {
  it.each([
    ['observed x ~ Normal(0, 1)', 'direct', 0],
    ['latent z ~ Categorical(a: 0.5, b: 0.5)\nobserved x | z ~ case z { a: Normal(0, 1), b: Normal(2, 1) }', 'sum', 0],
    ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 'gaussian', 0],
    ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z ^ 2, 1)', 'quadrature', 1],
    ['latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)', 'quadrature', 1],
    ['latent z ~ Uniform(0, 1)^2\nobserved x | z ~ Normal(sum(z), 1)', 'quadrature', 2],
    ['latent z ~ Normal(0, 1)^3\nobserved x | z ~ Normal(sum(z), 1)', 'gaussian', 0],
    ['latent z ~ Laplace(0, 1)^3\nobserved x | z ~ Normal(sum(z), 1)', 'quasi-monte-carlo', 3],
    ['latent k ~ Bernoulli(0.5)\nlatent z ~ Normal(0, 1)\nobserved x | k, z ~ Normal(k * z, 1)', 'gaussian', 0],
    ['latent k ~ Bernoulli(0.5)\nlatent z ~ Laplace(0, 1)\nobserved x | k, z ~ Normal(k * z, 1)', 'quadrature', 1],
    ['latent z ~ Normal(0, 1)\nlatent d | z ~ Dirac(z * z)\nobserved x | d ~ Normal(d, 1)', 'quadrature', 1],
    ['latent z ~ Normal(0, 1)\nlatent n | z ~ Poisson(exp(z))\nobserved x | n ~ Normal(n, 1)', 'quasi-monte-carlo', 2],
    ['latent z ~ Normal(0, 1)\nlatent b | z ~ Bernoulli(sigmoid(z))\nobserved x | b ~ Normal(b, 1)', 'quadrature', 1],
    ['observed y ~ Normal(0, 1)\nobserved x | y ~ Normal(y, 1)', 'gaussian', 0],
    ['latent z ~ Normal(0, 1)\nlatent d | z ~ Dirac(3 * z)\nobserved x | d, z ~ Normal(d - z, 1)', 'gaussian', 0],
  ])('%s', (text, method, dimensions) => {
    expect(plan(text)).toMatchObject({ method, dimensions });
  });

  it('leaves out what the target does not depend on', () => {
    const { steps, table } = plan(
      'latent a ~ Laplace(0, 1)\nlatent b ~ Laplace(0, 1)\nobserved x | a ~ Normal(a, 1)\nobserved y | x, b ~ Normal(x + b, 1)',
    );
    expect(steps.map(({ element }) => element.key)).toEqual(['a']);
    expect(table.count).toBe(1);
  });

  it('sums a hidden Markov chain to its last state', () => {
    const chain = `
latent   z[1]          ~ Categorical([0.5, 0.3, 0.2])
latent   z[t] | z[t-1] ~ Categorical([[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]][z[t-1]]) for t in 2..60
observed x[t] | z[t]   ~ Normal([-1, 0, 2][z[t]], 0.3) for t in 1..60`;
    const { table, method, components } = plan(chain, 'x', 60);
    expect(method).toBe('sum');
    expect(table.elements.map(({ key }) => key)).toEqual(['z[60]']);
    expect(components.map(({ key }) => key)).toEqual(['z[60]']);
    const [a, b, c] = Array.from(table.weights) as [number, number, number];
    expect(0.7 * a + 0.3 * b + 0.2 * c).toBeCloseTo(a, 6);
    expect(a + b + c).toBeCloseTo(1, 6);
  });

  it('draws discrete variables that have too many joint states', () => {
    const many = 'latent z ~ Bernoulli(0.5)^20\nobserved x | z ~ Normal(sum(z), 1)';
    expect(plan(many)).toMatchObject({ method: 'quasi-monte-carlo', dimensions: 20, components: [] });
  });

  it('takes the nearest discrete variables for the components', () => {
    const { components } = plan(
      'latent k ~ Bernoulli(0.5)\nlatent h | k ~ Normal(3 * k, 1)\nobserved x | h ~ Normal(h, 0.5)',
    );
    expect(components.map(({ key }) => key)).toEqual(['k']);
  });

  it('refuses what it cannot integrate, with the number that is too large', () => {
    expect(() => plan('latent z ~ Laplace(0, 1)^5000\nobserved x | z ~ Normal(sum(z), 1)')).toThrow(
      'x depends on 5,000 numbers that would have to be integrated over',
    );
  });
});

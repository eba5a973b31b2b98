import { expect, it } from 'vitest';
import type { Estimate } from '../../../../src/engine/integrate/marginal';
import { planMarginal } from '../../../../src/engine/plan/planner';
import { methodOf } from '../../../../src/engine/views/picture/method';
import { model } from '../../models';
import { given } from '../../plain';

const estimate = (nodes: number, relativeError: number): Estimate => ({
  density: new Float64Array(),
  logDensity: new Float64Array(),
  standardError: null,
  components: [],
  weights: [],
  relativeError,
  nodes,
  settled: true,
});

function method(text: string, nodes: number, relativeError: number) {
  const { numbers, graph } = given(model(text));
  return methodOf(planMarginal(numbers, graph, graph.element('x', null)), estimate(nodes, relativeError));
}

it.each<[string, number, number, string, string]>([
  ['observed x ~ Normal(0, 1)', 1, 0, 'exact · no latent variable', 'evaluated directly'],
  [
    'latent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Normal(z, 1)',
    1,
    0,
    'exact · sum over 2 states',
    '2 joint states of z',
  ],
  [
    'latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)',
    512,
    1e-5,
    'quadrature · 512 nodes',
    '0.001 % of the curve’s maximum',
  ],
  [
    'latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)',
    512,
    0.0345,
    'quadrature · 512 nodes · ±3.5 %',
    'last refinement changed',
  ],
  [
    'latent z ~ Laplace(0, 1)^4\nobserved x | z ~ Normal(sum(z), 1)',
    4096,
    0.004,
    '4,096 draws · ±0.4 %',
    '4 independent random numbers',
  ],
  [
    'latent z ~ Normal(0, 1)^4\nobserved x | z ~ Normal(sum(z), 1)',
    1,
    0,
    'exact · Gaussian',
    'x and everything continuous that it depends on are linear and Gaussian: the integral over 4 numbers is known in closed form.',
  ],
  [
    'latent k ~ Categorical([0.5, 0.2, 0.3])\nlatent z | k ~ Normal(k, 1)\nobserved x | z ~ Normal(z, 1)',
    1,
    0,
    'exact · Gaussian for each of 3 states',
    'Given the discrete variables, x and everything continuous that it depends on are linear and Gaussian: the integral over 1 number is known in closed form, for each of 3 joint states of k.',
  ],
  [
    'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..9\nobserved x | z[9] ~ Laplace(z[9], 1)',
    257,
    1e-6,
    'quadrature · 257 nodes',
    'What is linear and Gaussian, 8 numbers more, is integrated in closed form.',
  ],
  [
    'latent n ~ Poisson(2)\nobserved x | n ~ Normal(n, 1)',
    1,
    0,
    'exact · sum over 18 states',
    'Values of n with a probability below 1e-10',
  ],
])('%s', (text, nodes, relativeError, badge, part) => {
  const result = method(text, nodes, relativeError);
  expect(result.badge).toBe(badge);
  expect(result.sentence).toContain(part);
  expect(result.exact).toBe(badge.startsWith('exact'));
});

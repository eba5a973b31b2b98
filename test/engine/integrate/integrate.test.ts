import { expect, it } from 'vitest';
import { integrate } from '../../../src/engine/integrate/integrate';
import { first } from '../ask';
import { ask } from '../models';

it.each([
  ['observed x ~ Normal(0, 1)', 'direct'],
  ['latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(k, 1)', 'sum'],
  ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 'gaussian'],
  ['latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)', 'quadrature'],
  ['latent z ~ Laplace(0, 1)^3\nobserved x | z ~ Normal(sum(z), 1)', 'quasi-monte-carlo'],
])('%s by %s', (text, method) => {
  expect(integrate.length).toBe(1);
  const preview = first(ask(text, { points: 32 }));
  expect(preview.method.name).toBe(method);
  expect(preview.observed.kind === 'curve' && preview.observed.standardError !== null).toBe(
    method === 'quasi-monte-carlo',
  );
});

import { expect, it } from 'vitest';
import type { Method } from '../../../src/engine/api/preview';
import { reliability, stated } from '../../../src/engine/queries/stated';
import { inquire } from './inquire';

it('names the values of a variable by its type, though two variables share their states', () => {
  const { graph } = inquire(
    'latent a ~ Categorical(blue: 0.2, red: 0.8)\nlatent b ~ Categorical([0.5, 0.5])\nobserved x | a, b ~ Normal(case a { blue: 0, red: 1 } + b, 1)',
  );
  const values = Float64Array.of(1, 2);
  const belief = { kind: 'states', values, probabilities: Float64Array.of(0.2, 0.8) } as const;
  expect(stated(graph.byKey('a'), belief)).toEqual({
    ...belief,
    kind: 'discrete',
    labels: ['blue', 'red'],
    mostProbable: 1,
  });
  expect(stated(graph.byKey('b'), belief).labels).toEqual(['1', '2']);
  expect(stated(graph.byKey('a'), belief).labels).toEqual(['blue', 'red']);
});

it('of several values that are as probable the first counts as the most probable', () => {
  const { graph } = inquire('latent b ~ Bernoulli(0.5)\nobserved x | b ~ Normal(b, 1)');
  const half = { kind: 'states', values: Float64Array.of(0, 1), probabilities: Float64Array.of(0.5, 0.5) } as const;
  expect(stated(graph.byKey('b'), half)).toMatchObject({ mostProbable: 0, labels: ['false', 'true'] });
});

it('warns of draws that are worth little, and of impossible evidence', () => {
  const method: Method = {
    name: 'importance',
    exact: false,
    badge: '100 draws',
    sentence: 'Draws.',
    states: 1,
    nodes: 100,
    dimensions: 3,
    relativeError: 0.1,
  };
  expect(reliability(method, null, -3)).toBe(method);
  expect(reliability(method, 5000, -3).sentence).toBe('Draws. They are worth 5,000 independent ones.');
  expect(reliability(method, 12, -3).sentence).toMatch(/worth 12 independent ones, too few/);
  expect(reliability(method, 12, Number.NEGATIVE_INFINITY).sentence).toMatch(/evidence is impossible/);
});

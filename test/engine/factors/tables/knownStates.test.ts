import { expect, it } from 'vitest';
import { knownStates } from '../../../../src/engine/factors/tables/knownStates';
import { inquire } from '../../queries/inquire';

it('knownStates are those of categories and truth values, whatever their parents', () => {
  const { graph } = inquire(`
latent z ~ Normal(0, 1)
latent k | z ~ Categorical([sigmoid(z), 1 - sigmoid(z)])
latent b | z ~ Bernoulli([sigmoid(z), 0.5])
latent n | z ~ Poisson(exp(z))
observed x | k, b, n ~ Normal(k + b[1] + n, 1)`);
  expect(knownStates(graph.byKey('k'), 100)).toEqual({ count: 2, values: Float64Array.of(1, 2), truncated: false });
  expect(Array.from(knownStates(graph.byKey('b'), 100)!.values)).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
  expect(knownStates(graph.byKey('b'), 3)).toBeNull();
  expect(knownStates(graph.byKey('n'), 100)).toBeNull();
});

import { expect, it } from 'vitest';
import { tableBelief } from '../../../src/engine/queries/tableBelief';
import { inquire } from './inquire';

it('tableBelief puts together the joint states in which an element has the same value', () => {
  const { graph } = inquire(
    'latent a ~ Bernoulli(0.5)\nlatent b ~ Bernoulli(0.5)\nobserved x | a, b ~ Normal(a + b, 1)',
  );
  const elements = [graph.byKey('a'), graph.byKey('b')];
  const values = [Float64Array.of(0, 0, 1, 1), Float64Array.of(0, 1, 0, 1)];
  const logs = [0.1, 0.2, 0.3, 0.2].map((p) => Math.log(p) - 900);
  const { distribution, log } = tableBelief({ elements, values }, elements[1]!, logs);
  expect(log).toBeCloseTo(Math.log(0.8) - 900, 12);
  expect(Array.from(distribution.values)).toEqual([0, 1]);
  [0.5, 0.5].forEach((p, i) => {
    expect(distribution.probabilities[i]!).toBeCloseTo(p, 12);
  });
  const none = tableBelief({ elements, values }, elements[0]!, new Float64Array(4).fill(Number.NEGATIVE_INFINITY));
  expect(Array.from(none.distribution.probabilities)).toEqual([0, 0]);
});

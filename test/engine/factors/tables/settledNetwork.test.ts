import { expect, it } from 'vitest';
import { settledNetwork } from '../../../../src/engine/factors/tables/settledNetwork';
import { closureOf, elements, evidenceOf, question } from './questions';

function states(text: string, target: string, evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const seen = evidenceOf(evidence);
  const made = settledNetwork(asked.given, closureOf(asked, elements(asked.graph, target), seen), seen);
  if (made.kind !== 'network') throw new Error(made.kind);
  return { ...made.states.get(target)!, settled: made.settled };
}

const counts = 'latent n ~ Poisson(3)\nobserved x | n ~ Normal(n, 0.5)';

it('keeps what the prior holds probable, and more where evidence wants it', () => {
  const prior = states(counts, 'n', {});
  const near = states(counts, 'n', { x: 3 });
  const far = states(counts, 'n', { x: 200 });
  expect(near.count).toBe(prior.count);
  expect(prior.values.at(-1)).toBeLessThan(30);
  expect(far.values.at(-1)).toBeGreaterThan(203);
  expect(far.values[0]).toBe(0);
  for (const { settled } of [prior, near, far]) expect(settled).toBe(true);
});

it('does not look beyond a finite support', () => {
  const made = states('latent n ~ Binomial(5000, 0.001)\nobserved x | n ~ Normal(n, 0.5)', 'n', { x: 6000 });
  expect(made.values.at(-1)).toBe(5000);
});

it('stops at evidence that nothing explains', () => {
  expect(states(counts, 'n', { x: Number.POSITIVE_INFINITY }).count).toBeLessThanOrEqual(65_536);
});

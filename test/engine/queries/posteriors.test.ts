import { expect, it } from 'vitest';
import { posterior } from '../../../src/engine/queries/posterior';
import { posteriors } from '../../../src/engine/queries/posteriors';
import { continuous, discrete, finalAnswer, inquire, seen } from './inquire';

function all(text: string, of: readonly string[], values: Parameters<typeof seen>[0] = {}) {
  const inquiry = inquire(text);
  const elements = of.map((key) => inquiry.graph.byKey(key));
  return Array.from(posteriors(inquiry, elements, seen(values))).filter((answer) => answer !== null);
}

it('answers in the order of the question, whatever each answer takes', () => {
  const text = `
latent   u     ~ Uniform(0, 1)
latent   z     ~ Normal(0, 1)
latent   k | u ~ Bernoulli(u)
latent   j     ~ Bernoulli(0.25)
observed x | z, j ~ Normal(z + j, 1)`;
  const answers = all(text, ['u', 'j', 'z', 'k'], { x: 0.5 });
  expect(answers.map(({ element }) => element.key)).toEqual(['u', 'j', 'z', 'k']);
  expect(answers.every((answer) => answer.posterior.final)).toBe(true);
  const [u, j, z, k] = answers.map((answer) => answer.posterior);
  expect(continuous(u!).mean[0]).toBeCloseTo(0.5, 6);
  const odds = (0.25 / 0.75) * Math.exp((-0.5 * 0.5 ** 2 + 0.5 * 0.5 ** 2) / 2);
  expect(discrete(j!).probabilities[1]).toBeCloseTo(odds / (1 + odds), 12);
  expect(continuous(z!).mean[0]).toBeCloseTo(0.75 * 0.25 - 0.25 * 0.25, 12);
  expect(discrete(k!).probabilities[1]).toBeCloseTo(0.5, 6);
});

it('says of an element what is said of it alone', () => {
  const text = `
latent   z[1]          ~ Categorical([0.3, 0.7])
latent   z[t] | z[t-1] ~ Categorical([[0.8, 0.2], [0.4, 0.6]][z[t-1]]) for t in 2..30
latent   w[1]          ~ Normal(0, 1)
latent   w[t] | w[t-1] ~ Normal(0.5 * w[t-1], 1) for t in 2..30
observed x[t] | z[t]   ~ Normal(z[t], 1) for t in 1..30
observed y[t] | w[t]   ~ Normal(w[t], 1) for t in 1..30`;
  const values = Object.fromEntries(
    Array.from({ length: 30 }, (_, t) => [
      [`x[${t + 1}]`, Math.sin(t)],
      [`y[${t + 1}]`, Math.cos(t)],
    ]).flat(),
  );
  const inquiry = inquire(text);
  for (const name of ['z', 'w']) {
    const keys = Array.from({ length: 30 }, (_, t) => `${name}[${t + 1}]`);
    const together = all(text, keys, values);
    for (const t of [0, 14, 29]) {
      expect(together[t]!.posterior).toEqual(
        finalAnswer(posterior(inquiry, inquiry.graph.byKey(keys[t]!), seen(values))),
      );
    }
  }
});

import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../../src/engine/factors/tables/signature';
import { elements, question } from './questions';

function signatures(text: string, ...keys: string[]) {
  const { given, graph } = question(text);
  return elements(graph, ...keys).map((element) => signatureOf(element, given.program, given.numbers));
}

describe('the signature of an element', () => {
  it('is that of all elements of a chain whose distribution only names its neighbour', () => {
    const text = `
      latent z[1] ~ Bernoulli(0.5)
      latent z[t] | z[t-1] ~ Bernoulli([0.2, 0.7][z[t-1] + 1]) for t in 2..9
      observed x ~ Normal(0, 1)`;
    const [a, b] = signatures(text, 'z[2]', 'z[9]');
    expect(a).toBe(b);
  });

  it('differs where the index counts as a number', () => {
    const text = 'latent z[t] ~ Bernoulli(1 / (t + 1)) for t in 1..9\nobserved x ~ Normal(0, 1)';
    const [a, b] = signatures(text, 'z[2]', 'z[3]');
    expect(a).not.toBe(b);
  });

  it('differs where two names stand for one parent in one of them', () => {
    const text = `
      latent z[t] ~ DiscreteUniform(0, 1) for t in 1..3
      latent y[t] | z[t], z[1], z[4-t] ~ Bernoulli(0.1 + 0.4 * z[t] + 0.2 * z[1] + 0.1 * z[4-t]) for t in 1..3
      observed x ~ Normal(0, 1)`;
    const [one, two, three] = signatures(text, 'y[1]', 'y[2]', 'y[3]');
    expect(new Set([one, two, three]).size).toBe(3);
  });

  it('sees through names of expressions', () => {
    const text = `
      latent a ~ Bernoulli(0.5)
      let p = 0.1 + 0.3 * a
      latent b | a ~ Bernoulli(p)
      observed x ~ Normal(0, 1)`;
    expect(signatures(text, 'b')).toEqual(['']);
  });
});

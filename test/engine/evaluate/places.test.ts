import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/engine/evaluate/places';
import { model } from '../models';

function places(text: string): { variables: Record<string, string>; networks: Record<string, string> } {
  const { variables, networks } = placesOf(model(text).structure);
  return { variables: Object.fromEntries(variables), networks: Object.fromEntries(networks) };
}

const statements = [
  'let shift = f(z) + 1',
  'network f(u) = u -> dense(4, tanh) -> dense(1)',
  'network g(u) = f(u) -> dense(1, softplus)',
  'network h(u) = u -> dense(1)',
  'latent w ~ Normal(0, 1)',
  'latent z | w ~ Normal(h(w), 1)',
  'latent k ~ Bernoulli(0.5)',
  'observed x | z, k ~ case k { true: Normal(shift, 0.1 + g(z)), false: Normal(0, 1) }',
];

describe('the place of a variable', () => {
  it('is how far it is from what is observed, and its turn among those as far', () => {
    expect(places(statements.join('\n')).variables).toEqual({ x: '0.0', z: '1.0', k: '1.1', w: '2.0' });
  });

  it('is one for a chain, which may lean on itself', () => {
    const chain = 'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..4\n';
    expect(places(`${chain}observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..4`).variables).toEqual({
      x: '0.0',
      z: '1.0',
    });
  });

  it('is apart for what nothing observed depends on', () => {
    expect(places('latent a ~ Normal(0, 1)\nlatent b | a ~ Normal(a, 1)\nobserved x ~ Normal(0, 1)').variables).toEqual(
      {
        x: '0.0',
        a: 'other.0',
        b: 'other.1',
      },
    );
  });

  it('stays while something further away, or as far and behind it, comes and goes', () => {
    const before = places('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)').variables;
    const text =
      'latent v ~ Normal(0, 1)\nlatent u ~ Normal(0, 1)\nlatent z | v ~ Normal(v, 1)\nobserved x | z, u ~ Normal(z, exp(u))';
    expect(places(text).variables).toMatchObject(before);
  });
});

describe('the place of a network', () => {
  it('is the first part of a distribution that calls it, and its turn there', () => {
    const { networks } = places(statements.join('\n'));
    expect(networks).toEqual({ f: '0.0.1.0', g: '0.0.2.0', h: '1.0.0.0' });
  });

  it('stays when another one is taken out', () => {
    const text = (mean: string) =>
      `network f(u) = u -> dense(1)\nnetwork g(u) = u -> dense(1, softplus)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(${mean}, g(z))`;
    expect(places(text('0')).networks.g).toBe(places(text('f(z)')).networks.g);
  });

  it('differs from that of every other', () => {
    const names = Array.from({ length: 6 }, (_, i) => `f${i}`);
    const networks = names.map((name) => `network ${name}(u) = u -> dense(1)\n`).join('');
    const sum = names.map((name) => `${name}(z)`).join(' + ');
    const all = Object.values(
      places(`${networks}latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(${sum}, 1)`).networks,
    );
    expect(new Set(all).size).toBe(names.length);
  });
});

it('places do not depend on the order of the statements', () => {
  const usual = places(statements.join('\n'));
  fc.assert(
    fc.property(fc.shuffledSubarray(statements, { minLength: statements.length }), (lines) => {
      expect(places(lines.join('\n'))).toEqual(usual);
    }),
    { seed: 3, numRuns: 50 },
  );
});

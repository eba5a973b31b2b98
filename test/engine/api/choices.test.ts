import { describe, expect, it } from 'vitest';
import { choicesOf, resolveChoice } from '../../../src/engine/api/choices';
import { choice, model } from '../models';
import { given } from '../plain';

const labels = (text: string, role: 'latent' | 'observed') =>
  choicesOf(given(model(text)).numbers.program, role).map(({ label, coordinate }) => `${label}/${coordinate}`);

describe('choices', () => {
  it('are variables, coordinates, and for a pair of reals the plane of both first', () => {
    const text =
      'latent z ~ Normal(0, 1)^2\nlatent k ~ Bernoulli(0.5)^2\nobserved x | z, k ~ Normal([z[1], z[2], k[1] + k[2]], 1)';
    expect(labels(text, 'latent')).toEqual(['z/null', 'z₁/1', 'z₂/2', 'k₁/1', 'k₂/2']);
    expect(labels(text, 'observed')).toEqual(['x₁/1', 'x₂/2', 'x₃/3']);
  });

  it('are elements of a chain, of a long one some with both ends', () => {
    expect(
      labels(
        'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..3\nobserved x | z[3] ~ Normal(z[3], 1)',
        'latent',
      ),
    ).toEqual(['z[1]/null', 'z[2]/null', 'z[3]/null']);
    const long = labels('observed x[t] ~ Normal(0, 1) for t in 1..1000', 'observed');
    expect([long.length, long[0], long.at(-1)]).toEqual([64, 'x[1]/null', 'x[1000]/null']);
  });

  it('have no plane for a pair that sums to 1', () => {
    expect(labels('latent w ~ Dirichlet([1, 2])\nobserved x | w ~ Normal(w[1], 1)', 'latent')).toEqual([
      'w₁/1',
      'w₂/2',
    ]);
  });
});

describe('resolveChoice', () => {
  const all = [choice('z', null, 1), choice('z', null, 2), choice('w', 1)];

  it('takes what was asked for, or else the same variable', () => {
    expect(resolveChoice(choice('z', null, 2), all, null)).toBe(all[1]);
    expect(resolveChoice(choice('z', null, 9), all, null)).toBe(all[0]);
  });

  it('falls back to the named element, to its variable, to the first', () => {
    expect(resolveChoice(null, all, { variable: 'z', index: 2 })).toBe(all[1]);
    expect(resolveChoice(choice('gone'), all, { variable: 'z', index: 7 })).toBe(all[0]);
    expect(resolveChoice(null, all, null)).toBe(all[0]);
    expect(resolveChoice(null, [], null)).toBeNull();
  });
});

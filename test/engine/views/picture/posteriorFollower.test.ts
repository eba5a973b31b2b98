import { describe, expect, it } from 'vitest';
import type { Given, Preview } from '../../../../src/engine/api/preview';
import { final } from '../../ask';
import { area, ask } from '../../models';

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
const given = (variable: string, ...values: number[]): Given => ({ variable, index: null, values });

function previewAfter(text: string, ...evidence: Given[]): Preview {
  return final(ask(text, { points: 129, samples: 200, evidence }));
}

describe('the posterior beside the prior', () => {
  it('is null where nothing was observed', () => {
    expect(previewAfter('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)').posterior).toBe(null);
  });

  it('of a category is its responsibilities', () => {
    const { prior, posterior } = previewAfter(
      'latent z ~ Categorical([0.3, 0.7])\nobserved x | z ~ Normal(case z { 1: -1, 2: 2 }, 0.8)',
      given('x', 0.4),
    );
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'bars') throw new Error('no posterior');
    const terms = [0.3 * normal(0.4, -1, 0.8), 0.7 * normal(0.4, 2, 0.8)];
    expect(posterior.density[0]).toBeCloseTo(terms[0]! / (terms[0]! + terms[1]!), 6);
    expect(posterior.density[1]).toBeCloseTo(terms[1]! / (terms[0]! + terms[1]!), 6);
    expect(posterior.method.exact).toBe(true);
    // The prior is still that: what is observed comes beside it.
    expect(prior.probability[0]).toBeCloseTo(0.3, 6);
  });

  it('of a linear-Gaussian variable is the closed form, at the points of the prior', () => {
    const { prior, posterior } = previewAfter(
      'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 0.5)',
      given('x', 1.5),
    );
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'curve') throw new Error('no posterior');
    const [mean, sd] = [1.5 / 1.25, Math.sqrt(0.25 / 1.25)];
    prior.x.forEach((z, i) => {
      expect(posterior.density[i]).toBeCloseTo(normal(z, mean, sd), 6);
    });
    expect(posterior.method.name).toBe('gaussian');
  });

  it('of a rate is the closed form, from the end of its support on', () => {
    const { prior, posterior } = previewAfter('latent a ~ Gamma(2, 1)\nobserved x | a ~ Poisson(a)', given('x', 4));
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'curve') throw new Error(JSON.stringify(posterior));
    // Gamma(2 + 4, 1 + 1).
    prior.x.forEach((a, i) => {
      if (i > 0) expect(posterior.density[i]).toBeCloseTo((2 ** 6 * a ** 5 * Math.exp(-2 * a)) / 120, 5);
    });
    expect(posterior.density[0]).toBeCloseTo(0, 5);
  });

  it.each([
    ['latent s ~ HalfNormal(1)\nobserved x | s ~ Normal(0, s)', 0.7],
    ['latent r ~ Exponential(1)\nobserved x | r ~ Exponential(r)', 0.7],
    ['latent b ~ Uniform(0, 1)\nobserved x | b ~ Uniform(0, b)', 0.3],
  ])('of a scale, a rate or an end integrates to 1: %s', (text, value) => {
    const { prior, posterior } = previewAfter(text, given('x', value));
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'curve') throw new Error(JSON.stringify(posterior));
    expect(area(prior.x, posterior.density)).toBeCloseTo(1, 1);
  });

  it('through a bent mean is known to its quadrature', () => {
    const { prior, posterior } = previewAfter(
      'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z), 0.2)',
      given('x', 0.5),
    );
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'curve') throw new Error('no posterior');
    expect(posterior.method).toMatchObject({ name: 'quadrature', exact: false });
    expect(area(prior.x, posterior.density)).toBeCloseTo(1, 2);
    const unscaled = (z: number) => normal(z, 0, 1) * normal(0.5, Math.sin(3 * z), 0.2);
    let total = 0;
    for (let z = -8; z <= 8; z += 0.001) total += 0.001 * unscaled(z);
    const at = prior.x.findIndex((z) => z > 0.2);
    expect(posterior.density[at]).toBeCloseTo(unscaled(prior.x[at]!) / total, 3);
  });

  it('of a pair is a plane', () => {
    const { prior, posterior } = previewAfter(
      'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z[1] + z[2], 0.5)',
      given('x', 1),
    );
    if (posterior?.kind !== 'posterior' || prior?.kind !== 'plane') throw new Error('no posterior');
    expect(posterior.density).toHaveLength(prior.density.length);
    const cell = (prior.x[1]! - prior.x[0]!) * (prior.y[1]! - prior.y[0]!);
    expect(posterior.density.reduce((sum, value) => sum + value * cell, 0)).toBeCloseTo(1, 2);
  });

  it('says why there is none, and draws the rest', () => {
    const impossible = previewAfter('latent z ~ Bernoulli(0.5)\nobserved x | z ~ Uniform(0, 1)', given('x', 3));
    expect(impossible.posterior).toEqual({
      kind: 'none',
      reason: 'The given values are impossible together: nothing can be said of the others.',
    });
    expect(impossible.observed.kind).toBe('curve');
    const wrong = previewAfter('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', given('x', 1, 2));
    expect(wrong.posterior).toEqual({ kind: 'none', reason: 'x is made of 1 number now: choose its value anew.' });
  });
});

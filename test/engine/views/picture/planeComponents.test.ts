import { describe, expect, it } from 'vitest';
import type { Plane } from '../../../../src/engine/api/preview';
import { final } from '../../ask';
import { ask } from '../../models';

function plane(text: string): Plane {
  const { observed } = final(ask(text, { points: 24, samples: 200 }));
  if (observed.kind !== 'plane') throw new Error(`Not a plane but ${observed.kind}.`);
  return observed;
}

const shown = (text: string) =>
  plane(text).components?.items.map(({ label, weight, mean, covariance, colour, conditional }) => ({
    label,
    colour,
    conditional,
    numbers: [weight, ...mean, ...covariance].map((value) => Number(value.toFixed(5))),
  }));

describe('the components of a density over pairs', () => {
  it('have weight, mean and covariance of independent coordinates', () => {
    const text = `param mu = [[-2, 1], [3, 0]]
latent z ~ Categorical(blue: 0.3, orange: 0.7)
observed x | z ~ Normal(mu[z], case z { blue: [0.5, 2], orange: [1, 1] })`;
    expect(shown(text)).toEqual([
      { label: 'blue', colour: 0, conditional: true, numbers: [0.3, -2, 1, 0.25, 0, 4] },
      { label: 'orange', colour: 1, conditional: true, numbers: [0.7, 3, 0, 1, 0, 1] },
    ]);
    expect(plane(text).components).toMatchObject({ total: 2, of: 'z' });
  });

  it('have the covariance of a multivariate normal, by rows of distributions', () => {
    const text = `latent z ~ Bernoulli(0.25)
observed x | z ~ case z {
  true: MultivariateNormal([1, 2], [[2, 0.6], [0.6, 1]]),
  false: Normal([0, -1], [1, 3])
}`;
    expect(shown(text)).toEqual([
      { label: 'false', colour: 0, conditional: true, numbers: [0.75, 0, -1, 1, 0, 9] },
      { label: 'true', colour: 1, conditional: true, numbers: [0.25, 1, 2, 2, 0.6, 1] },
    ]);
  });

  it('of other families come from their moments, and are left out where there are none', () => {
    const text = `latent z ~ Bernoulli(0.5)
observed x | z ~ case z { true: Laplace([0, 4], [1, 2]), false: Cauchy([0, 0], [1, 1]) }`;
    // The variance of a Laplace distribution is twice the square of its scale.
    expect(shown(text)).toEqual([{ label: 'true', colour: 1, conditional: true, numbers: [0.5, 0, 4, 2, 0, 8] }]);
    expect(plane(text).components?.total).toBe(2);
  });

  it('take in what is integrated over in closed form', () => {
    const text = `latent k ~ Bernoulli(0.5)
latent z ~ Normal(0, 2)
observed x | z, k ~ Normal([z, 3 * k - z], 1)`;
    expect(shown(text)).toEqual([
      { label: 'false', colour: 0, conditional: false, numbers: [0.5, 0, 0, 5, -4, 5] },
      { label: 'true', colour: 1, conditional: false, numbers: [0.5, 0, 3, 5, -4, 5] },
    ]);
  });

  it('of a mixture of mixtures follow the law of total covariance', () => {
    const text = `latent a ~ Bernoulli(0.5)
latent b | a ~ Bernoulli(case a { true: 0.5, false: 0.5 })
latent m | b ~ Dirac(case b { true: [2, 2], false: [-2, -2] })
observed x | a, m ~ Normal(m, 1 + a)`;
    expect(shown(text)?.map(({ label, numbers }) => [label, ...numbers])).toEqual([
      ['false', 0.5, 0, 0, 5, 4, 5],
      ['true', 0.5, 0, 0, 8, 4, 8],
    ]);
  });

  it('is one where the pair is no mixture, and none where nothing is in closed form', () => {
    expect(shown('observed x ~ Normal([1, 2], [0.5, 1])')).toEqual([
      { label: 'x', colour: null, conditional: true, numbers: [1, 1, 2, 0.25, 0, 1] },
    ]);
    expect(plane('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([sin(z), z], 0.2)').components).toBeNull();
  });

  it('colours the bars of the prior alike', () => {
    const { prior } = final(
      ask('latent z ~ Categorical([0.4, 0.6])\nobserved x | z ~ Normal([z, 0], 1)', { points: 24, samples: 200 }),
    );
    expect(prior).toMatchObject({ kind: 'bars', coloured: true });
  });
});

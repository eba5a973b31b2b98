import { describe, expect, it } from 'vitest';
import type { DistributionPicture } from '../../../src/engine/api/aside';
import type { Preview } from '../../../src/engine/api/preview';
import { distributions } from '../../../src/engine/families';
import { curveOf, final } from '../ask';
import { ask } from '../models';

const preview = (text: string): Preview => final(ask(text, { points: 64, asides: [{ kind: 'distribution' }] }));

function distributionOf(made: Preview): DistributionPicture {
  const [answer] = made.asides;
  if (answer?.kind !== 'distribution') throw new Error(`It is ${answer?.kind}.`);
  return answer;
}

function cdf(family: 'Normal' | 'Gamma', x: number, parameters: number[]): number {
  const known = distributions[family];
  if (known.kind !== 'univariate') throw new Error('It has many coordinates.');
  return known.cdf(x, parameters);
}

describe('the distribution function', () => {
  it('of one family is its own', () => {
    const made = preview('observed x ~ Gamma(2, 3)');
    const { cumulative, components } = distributionOf(made);
    curveOf(made).x.forEach((x, i) => {
      expect(cumulative[i]).toBeCloseTo(cdf('Gamma', x, [2, 3]), 6);
    });
    expect(components).toEqual([]);
  });

  it('of a mixture is the sum of the weighted ones of its components', () => {
    const made = preview('latent k ~ Bernoulli(0.3)\nobserved x | k ~ Normal(4 * k, 1 + k)');
    const { cumulative, components } = distributionOf(made);
    curveOf(made).x.forEach((x, i) => {
      expect(components[0]![i]).toBeCloseTo(0.7 * cdf('Normal', x, [0, 1]), 6);
      expect(components[1]![i]).toBeCloseTo(0.3 * cdf('Normal', x, [4, 2]), 6);
      expect(cumulative[i]).toBeCloseTo(components[0]![i]! + components[1]![i]!, 12);
    });
  });

  it('of a linear-Gaussian model is that of its Gaussian', () => {
    const made = preview('latent z ~ Normal(1, 2)\nobserved x | z ~ Normal(z, 1)');
    const { cumulative } = distributionOf(made);
    curveOf(made).x.forEach((x, i) => {
      expect(cumulative[i]).toBeCloseTo(cdf('Normal', x, [1, Math.sqrt(5)]), 5);
    });
  });

  it('rises where it jumps by the mass of the point', () => {
    const made = preview(
      'latent k ~ Bernoulli(0.4)\nobserved x | k ~ case k { true: Dirac(0.5), false: Normal(0, 1) }',
    );
    const { cumulative } = distributionOf(made);
    const { x } = curveOf(made);
    const after = x.findIndex((value) => value >= 0.5);
    const smooth = 0.6 * (cdf('Normal', x[after]!, [0, 1]) - cdf('Normal', x[after - 1]!, [0, 1]));
    expect(cumulative[after]! - cumulative[after - 1]!).toBeCloseTo(0.4 + smooth, 5);
  });

  it.each([
    'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(z), exp(z))',
    'observed x ~ Poisson(3)',
    'observed x ~ Normal(0, 1)^2',
  ])('of %s is not there, and says why', (text) => {
    expect(preview(text).asides[0]).toEqual({
      kind: 'none',
      reason: 'The distribution function has no closed form here: the density is integrated.',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { distributions } from '../../../../src/engine/families';
import { planMarginal } from '../../../../src/engine/plan/planner';
import { extentOf } from '../../../../src/engine/views/picture/bulk';
import { model } from '../../models';
import { given } from '../../plain';

function extent(text: string, coordinate: number | null = null, mass?: number) {
  const { numbers, graph } = given(model(text));
  const element = graph.element('x', null);
  return extentOf(numbers, planMarginal(numbers, graph, element), { element, coordinate }, mass);
}

describe('the extent', () => {
  it('has four standard deviations about the mean of every component', () => {
    const { bulks } = extent('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(10 * k, 0.5)');
    const [low, high] = bulks;
    // The reach of the central 90 % ends before four standard deviations do.
    expect(low!.low).toBeGreaterThanOrEqual(-2.3);
    expect(low!.low).toBeLessThan(-1.9);
    expect((high!.low + high!.high) / 2).toBeCloseTo(10, 4);
  });

  it('has the stated share of every component', () => {
    const family = distributions.Gamma;
    if (family.kind !== 'univariate') throw new Error('Gamma is univariate.');
    for (const mass of [0.6, 0.9, 0.998, 0.9999]) {
      const [bulk] = extent('observed x ~ Gamma(2, 1)', null, mass).bulks;
      expect(family.cdf(bulk!.high, [2, 1]) - family.cdf(bulk!.low, [2, 1])).toBeGreaterThan(mass - 1e-9);
    }
  });

  it('knows the parts that it is a mixture of, or that there are none', () => {
    const { parts } = extent('latent k ~ Bernoulli(0.25)\nobserved x | k ~ Normal(10 * k, 0.5)');
    expect(parts!.map(({ state, weight, parameters }) => [state, weight, ...parameters])).toEqual([
      [0, 0.75, 0, 0.5],
      [1, 0.25, 10, 0.5],
    ]);
    expect(extent('latent z ~ Normal(0, 1)\nobserved x | z ~ Gamma(2, exp(z))').parts).toBeNull();
  });

  it('leaves out components of next to no weight', () => {
    expect(extent('latent k ~ Bernoulli(0.0001)\nobserved x | k ~ Normal(10 * k, 0.5)').bulks.length).toBe(1);
  });

  it('is finite for families without a mean', () => {
    const [bulk] = extent('observed x ~ Cauchy(2, 1)').bulks;
    expect(bulk!.high - bulk!.low).toBeLessThan(50);
  });

  it.each<[string, number, number]>([
    ['observed x ~ Uniform(-2, 3)', -2, 3],
    ['observed x ~ Exponential(1)', 0, Number.POSITIVE_INFINITY],
    ['observed x ~ Pareto(2, 1.5)', 1.5, Number.POSITIVE_INFINITY],
    ['latent k ~ Bernoulli(0.5)\nobserved x | k ~ Uniform(k, k + 1)', 0, 2],
    ['latent z ~ Normal(0, 1)\nobserved x | z ~ Gamma(2, exp(z))', 0, Number.POSITIVE_INFINITY],
    ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('of %s has its support', (text, low, high) => {
    expect(extent(text).support).toEqual({ low, high });
  });

  it('of a coordinate is that of its law', () => {
    const { bulks } = extent('observed x ~ MultivariateNormal([0, 50], [[1, 0.5], [0.5, 1]])', 1);
    expect((bulks[0]!.low + bulks[0]!.high) / 2).toBeCloseTo(50, 3);
  });
});

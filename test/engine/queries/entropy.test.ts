import { describe, expect, it } from 'vitest';
import { entropy } from '../../../webview/engine/queries/entropy';
import { finalAnswer } from '../../../webview/engine/queries/finalAnswer';
import { inquire } from './inquire';

function entropyOf(text: string, of: string) {
  const inquiry = inquire(text);
  return finalAnswer(entropy(inquiry, inquiry.graph.byKey(of)));
}

const { E, PI, LN2, log } = Math;

describe('the entropy', () => {
  it('of a Normal is ½ log 2πe variance', () => {
    const { nats, standardError, method } = entropyOf('latent z ~ Normal(3, 2)\nobserved x | z ~ Normal(z, 1)', 'x');
    expect(nats).toBeCloseTo(0.5 * log(2 * PI * E * 5), 12);
    expect(standardError).toBeNull();
    expect(method).toMatchObject({ name: 'gaussian', exact: true });
  });

  it('of a discrete variable is that of its probabilities', () => {
    const text = 'latent k ~ Categorical([0.5, 0.25, 0.25])\nobserved x | k ~ Bernoulli(case k { 1: 0.5, 2: 1, 3: 0 })';
    expect(entropyOf(text, 'k').nats).toBeCloseTo(1.5 * LN2, 12);
    expect(entropyOf(text, 'x').nats).toBeCloseTo(LN2, 12);
  });

  it.each([
    ['Laplace(1, 2)', log(4 * E)],
    ['Cauchy(1, 2)', log(8 * PI)],
    ['Uniform(2, 2.5)', -LN2],
    ['Exponential(4)', 1 - log(4)],
    ['Logistic(0, 0.01)', log(0.01) + 2],
    // A density without bound at the end of its support.
    ['Gamma(0.5, 2)', 0.5 - LN2 + 0.5723649429247001 - 0.5 * 1.9635100260214235],
  ])('of %s is the textbook one', (family, expected) => {
    const { nats, method } = entropyOf(`observed x ~ ${family}`, 'x');
    expect(Math.abs(nats - expected)).toBeLessThan(2e-5);
    expect(method).toMatchObject({ name: 'quadrature', exact: false });
  });

  it('of components far apart adds that of the choice', () => {
    const { nats } = entropyOf('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(1000 * k, 1)', 'x');
    expect(nats).toBeCloseTo(LN2 + 0.5 * log(2 * PI * E), 6);
  });

  it('of a vector is a mean over samples, with its error', () => {
    const { nats, standardError, method } = entropyOf('observed x ~ Laplace([0, 5], [1, 3])', 'x');
    expect(standardError!).toBeGreaterThan(0);
    expect(standardError!).toBeLessThan(0.01);
    expect(Math.abs(nats - (log(2 * E) + log(6 * E)))).toBeLessThan(4 * standardError!);
    expect(method.name).toBe('quasi-monte-carlo');
  });

  it('of a single value is −∞', () => {
    expect(entropyOf('observed x ~ Dirac(2.5)', 'x').nats).toBe(Number.NEGATIVE_INFINITY);
  });
});

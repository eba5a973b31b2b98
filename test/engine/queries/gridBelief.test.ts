import { describe, expect, it } from 'vitest';
import { continuous, discrete, normal, posteriorOf, trapezoid } from './inquire';

describe('the posterior of an element of a chain', () => {
  it('is known on a grid, and says so', () => {
    const text = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(2 * sin(z[t-1]), 0.5) for t in 2..3
observed x | z[3] ~ Normal(z[3], 0.4)`;
    const { mean, covariance, quantiles, logEvidence, method } = continuous(posteriorOf(text, 'z[2]', { x: 1 }));
    expect(method).toMatchObject({ name: 'quadrature', exact: false, dimensions: 3 });
    expect(method.badge).toMatch(/^grid · \d+ points$/);
    expect(method.sentence).toMatch(
      /^z\[1\], z\[2\], z\[3\]: filtered and smoothed on a grid of \d+ points a step, refined until the error is about \S+ %\.$/,
    );
    expect(method.relativeError).toBeLessThan(1e-6);
    // z[3] is integrated in closed form, z[1] and z[2] by trapezoidal rules.
    const sd = Math.hypot(0.5, 0.4);
    const second = (z: number) => trapezoid((y) => normal(y, 0, 1) * normal(z, 2 * Math.sin(y), 0.5), -9, 9, 400);
    const joint = (z: number) => second(z) * normal(1, 2 * Math.sin(z), sd);
    const evidence = trapezoid(joint, -6, 6, 400);
    const first = trapezoid((z) => z * joint(z), -6, 6, 400) / evidence;
    expect(logEvidence).toBeCloseTo(Math.log(evidence), 8);
    expect(mean[0]).toBeCloseTo(first, 8);
    expect(covariance[0]).toBeCloseTo(trapezoid((z) => (z - first) ** 2 * joint(z), -6, 6, 400) / evidence, 8);
    expect(trapezoid(joint, -6, quantiles[0]![3]!, 4000) / evidence).toBeCloseTo(0.5, 5);
  });

  it('of a switch is by its states, also where all paths of switches together are too many', () => {
    const text = `param stay = 0.8
latent s[1] ~ Bernoulli(0.5)
latent s[t] | s[t-1] ~ Bernoulli(case s[t-1] { true: stay, false: 1 - stay }) for t in 2..40
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1], s[t] ~ Normal(0.9 * z[t-1], case s[t] { true: 2, false: 0.1 }) for t in 2..40
observed x[t] | z[t] ~ Normal(z[t], 0.1) for t in 1..40`;
    // Nothing moves but in the middle, where it jumps.
    const x = Object.fromEntries(Array.from({ length: 40 }, (_, t) => [`x[${t + 1}]`, t === 20 ? 3 : 0]));
    const jump = discrete(posteriorOf(text, 's[21]', x));
    const quiet = discrete(posteriorOf(text, 's[10]', x));
    expect(jump.probabilities[1]).toBeGreaterThan(0.999);
    expect(quiet.probabilities[1]).toBeLessThan(0.1);
    expect(jump.method.sentence).toMatch(/with 2 joint states of the discrete ones at each/);
    const z = continuous(posteriorOf(text, 'z[21]', x));
    expect(Math.abs(z.mean[0]! - 3)).toBeLessThan(0.05);
    expect(z.logEvidence).toBeCloseTo(jump.logEvidence, 12);
  });

  it('has no mean where there is none, and quantiles all the same', () => {
    const text = `latent z[1] ~ Cauchy(0, 1)
latent z[t] | z[t-1] ~ Cauchy(sin(z[t-1]), 1) for t in 2..3
observed x | z[1] ~ Normal(sin(z[1]), 10)`;
    const { mean, covariance, quantiles } = continuous(posteriorOf(text, 'z[3]', { x: 0 }));
    expect(mean[0]).toBeNaN();
    expect(covariance[0]).toBeNaN();
    expect(quantiles[0]![3]).toBeCloseTo(0, 5);
    // The quartiles of a Cauchy about a place within 1 of 0.
    expect(quantiles[0]![4]).toBeGreaterThan(1);
    expect(quantiles[0]![4]).toBeLessThan(1.5);
  });
});

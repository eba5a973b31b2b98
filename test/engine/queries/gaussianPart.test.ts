import { describe, expect, it } from 'vitest';
import { gaussianStates, isGaussianPart } from '../../../src/engine/queries/gaussianPart';
import { logNormal, result } from './inquire';
import { plannedByNodes } from './plans';

const text = `
latent c ~ Bernoulli(0.5)
latent k | c ~ Bernoulli(case c { true: 0.9, false: 0.3 })
observed s | c ~ Bernoulli(case c { true: 0.8, false: 0.1 })
observed a ~ Normal(0, 1)
latent z | k, a ~ Normal(3 * k + a, 1)
observed x | z ~ Normal(2 * z, 0.5)`;

describe('the Gaussians of a part', () => {
  it('are one for each joint state that is left, with all of the evidence in their weights', () => {
    const { given, part, plan, known, graph } = plannedByNodes(text, { s: 1, a: 0.5, x: 4 });
    expect(isGaussianPart(given, plan)).toBe(true);
    const states = result(gaussianStates(given, part, plan, known, [graph.byKey('z')]))!;
    expect(states).toHaveLength(2);
    [0.5 * 0.7 * 0.1 + 0.5 * 0.1 * 0.8, 0.5 * 0.3 * 0.1 + 0.5 * 0.9 * 0.8].forEach((weight, k) => {
      const mean = 3 * k + 0.5;
      const { logWeight, filtered, state } = states[k]!;
      expect(state).toBe(k);
      expect(logWeight).toBeCloseTo(Math.log(weight) + logNormal(4, 2 * mean, Math.sqrt(4.25)), 11);
      expect(filtered.mean[0]!).toBeCloseTo(mean + (2 / 4.25) * (4 - 2 * mean), 12);
      expect(filtered.covariance[0]!).toBeCloseTo(1 - 4 / 4.25, 12);
    });
  });

  it('are not those of a part that is bent', () => {
    const { given, plan } = plannedByNodes('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z^2, 1)', { x: 1 });
    expect(isGaussianPart(given, plan)).toBe(false);
  });
});

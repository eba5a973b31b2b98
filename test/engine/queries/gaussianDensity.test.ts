import { describe, expect, it } from 'vitest';
import { gaussianDensity } from '../../../src/engine/queries/gaussianDensity';
import { logNormal, result } from './inquire';
import { plannedByNodes } from './plans';

function logs(text: string, values: Readonly<Record<string, number | readonly number[]>>, points: number) {
  const { given, part, plan, known } = plannedByNodes(text, values);
  return result(gaussianDensity(given, part, plan, known, points));
}

describe('the density of a Gaussian part', () => {
  it('is that of all points under one Gaussian', () => {
    const text = 'latent z ~ Normal(1, 1)\nobserved x | z ~ Normal(z, 1)\nobserved y | z ~ Normal(z, 1)';
    const found = logs(text, { x: [0, 1, 5], y: [0, 2, -5] }, 3)!;
    // x + y and x − y are independent.
    [
      [0, 0],
      [1, 2],
      [5, -5],
    ].forEach(([x, y], i) => {
      const sum = logNormal(x! + y!, 2, Math.sqrt(6)) + logNormal(x! - y!, 0, Math.SQRT2) + Math.LN2;
      expect(found[i]!).toBeCloseTo(sum, 11);
    });
  });

  it('holds evidence that is the same at every point', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\nobserved y | z ~ Normal(z, 1)';
    const found = logs(text, { x: 1, y: [0.5, 3] }, 2)!;
    [0.5, 3].forEach((y, i) => {
      expect(found[i]!).toBeCloseTo(logNormal(1, 0, Math.SQRT2) + logNormal(y, 0.5, Math.sqrt(1.5)), 11);
    });
  });

  it('goes along a long chain point by point, with no limit to its length', () => {
    // A hidden walk without steps: every x[t] is z plus noise of its own.
    const steps = 3000;
    const text = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Dirac(z[t-1]) for t in 2..${steps}
observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..${steps}`;
    const values = Object.fromEntries(Array.from({ length: steps }, (_, t) => [`x[${t + 1}]`, [0, 0.1]]));
    const found = logs(text, values, 2)!;
    // log N(x; 0, I + 1 1ᵀ) at x = c 1.
    [0, 0.1].forEach((c, i) => {
      const form = (steps * c * c) / (1 + steps);
      expect(found[i]!).toBeCloseTo(-0.5 * (form + Math.log(1 + steps) + steps * Math.log(2 * Math.PI)), 8);
    });
  });

  it('goes point by point where a parent from elsewhere differs', () => {
    const text = 'observed a ~ Laplace(0, 1)\nlatent z | a ~ Normal(a, 1)\nobserved x | z ~ Normal(z, 1)';
    const found = logs(text, { a: [0, 2], x: [1, 1] }, 2)!;
    [0, 2].forEach((a, i) => {
      expect(found[i]!).toBeCloseTo(logNormal(1, a, Math.SQRT2), 11);
    });
  });

  it('of what is bent is not known', () => {
    expect(logs('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(exp(z), 1)', { x: 1 }, 1)).toBeNull();
  });
});

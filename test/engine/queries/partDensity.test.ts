import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../src/engine/api/unanswerable';
import { partDensity, refuseFunctions, settledDensity } from '../../../src/engine/queries/partDensity';
import { logNormal, result } from './inquire';
import { plannedByNodes } from './plans';

function settled(text: string, values: Parameters<typeof plannedByNodes>[1]) {
  const { inquiry, part, known } = plannedByNodes(text, values);
  return result(settledDensity(inquiry, part, known));
}

describe('the density of a part', () => {
  it.each([
    ['sum', 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Laplace(k, 1)', 2],
    ['gaussian', 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 1],
    ['quadrature', 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace(z, 1)', 1],
    ['quadrature', 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Laplace(sum(z), 1)', 1],
    ['quasi-monte-carlo', 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Laplace(sum(abs(z)), 1)', 1],
    ['sum', 'latent k ~ Bernoulli(0.5)\nlatent m | k ~ Dirac(2.5 * k)\nobserved x | m ~ Laplace(m, 1)', 2],
  ])('is taken by %s: %s', (method, text, states) => {
    const { work, logs, errors } = settled(text, { x: [0, 1] });
    expect(work).toMatchObject({ method, states });
    expect(logs).toHaveLength(2);
    expect(errors === null).toBe(method !== 'quasi-monte-carlo');
  });

  it('is one number where nothing differs between points', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\nobserved y ~ Normal(0, 1)';
    const { logs } = settled(text, { x: 1, y: [0, 1, 2] });
    expect(Array.from(logs)).toEqual([expect.closeTo(logNormal(1, 0, Math.SQRT2), 12)]);
  });

  it('gives points that a common grid misses nodes of their own, and says so at the first estimate', () => {
    const { inquiry, part, known } = plannedByNodes('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z^1, 1e-4)', {
      x: [0.3, 1.7],
    });
    const estimates = [...partDensity(inquiry, part, known)].filter((step) => step !== null);
    expect(estimates.map((estimate) => estimate.settled)).toEqual([false, true]);
    [0.3, 1.7].forEach((x, i) => {
      expect(Math.abs(estimates[1]!.logs[i]! - logNormal(x, 0, 1))).toBeLessThan(1e-3);
    });
  });

  it('is not that of a function of continuous elements', () => {
    const { part, known } = plannedByNodes('latent z ~ Laplace(0, 1)\nobserved x | z ~ Dirac(z)', { x: 1 });
    expect(() => refuseFunctions(part, known)).toThrow(Unanswerable);
    const discrete = plannedByNodes('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Dirac(k)', { x: 1 });
    expect(() => refuseFunctions(discrete.part, discrete.known)).not.toThrow();
  });
});

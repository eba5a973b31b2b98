import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../src/engine/api/unanswerable';
import { conditional } from '../../../src/engine/queries/conditional';
import { finalAnswer, inquire, logNormal, normal, seen, trapezoid } from './inquire';

function logConditional(
  text: string,
  of: string,
  values: Readonly<Record<string, number | readonly number[]>>,
  points: readonly number[],
) {
  const inquiry = inquire(text);
  const element = inquiry.graph.byKey(of);
  return finalAnswer(conditional(inquiry, [element], seen(values), [Float64Array.from(points)]));
}

describe('the conditional', () => {
  const text = `
latent z ~ Normal(0, 1)
latent k ~ Bernoulli(0.25)
observed x | z, k ~ Laplace(z + 2 * k, 0.5)`;
  const laplace = (x: number, loc: number) => Math.exp(-Math.abs(x - loc) / 0.5);

  it('of x at a chosen z sums over the other parents', () => {
    const { logDensity, method } = logConditional(text, 'x', { z: 1.5 }, [0, 2, 4]);
    [0, 2, 4].forEach((x, i) => {
      expect(logDensity[i]!).toBeCloseTo(Math.log(0.75 * laplace(x, 1.5) + 0.25 * laplace(x, 3.5)), 12);
    });
    expect(method).toMatchObject({ name: 'sum', exact: true });
  });

  it('of x at a chosen k integrates over z', () => {
    const { logDensity } = logConditional(text, 'x', { k: 1 }, [0, 2]);
    [0, 2].forEach((x, i) => {
      const f = (z: number) => normal(z, 0, 1) * laplace(x, z + 2);
      const sum = trapezoid(f, -10, x - 2, 20000) + trapezoid(f, x - 2, 10, 20000);
      expect(logDensity[i]!).toBeCloseTo(Math.log(sum), 5);
    });
  });

  it('of z given x is the density of the posterior', () => {
    const { logDensity, method } = logConditional(text, 'z', { x: 1 }, [-1, 0, 1]);
    // The joint density is exact; what divides it is not.
    expect(method).toMatchObject({ name: 'quadrature', exact: false });
    const f = (z: number) => normal(z, 0, 1) * (0.75 * laplace(1, z) + 0.25 * laplace(1, z + 2));
    const total = trapezoid(f, -10, -1, 20000) + trapezoid(f, -1, 1, 20000) + trapezoid(f, 1, 10, 20000);
    [-1, 0, 1].forEach((z, i) => {
      expect(logDensity[i]!).toBeCloseTo(Math.log(f(z) / total), 5);
    });
  });

  it('carries the errors of both of its integrals', () => {
    // As if it were bent.
    const drawn =
      'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Normal(sum(log(exp(z))), 1)\nobserved y | z ~ Normal(sum(log(exp(z))), 1)';
    const { logDensity, standardError, method } = logConditional(drawn, 'y', { x: 2 }, [0, 1.5]);
    // sum z given x = 2: mean 1.5, variance 3/4.
    [0, 1.5].forEach((y, i) => {
      expect(standardError![i]!).toBeGreaterThan(0);
      expect(Math.abs(logDensity[i]! - logNormal(y, 1.5, Math.sqrt(1.75)))).toBeLessThan(4 * standardError![i]!);
    });
    expect(method.exact).toBe(false);
  });

  it('needs possible values, of other variables', () => {
    expect(() => logConditional(text, 'z', { z: 1 }, [0])).toThrow(
      new Unanswerable('z is given: its value is known. Ask for another variable.'),
    );
    expect(() => logConditional(text, 'z', { k: 3 }, [0])).toThrow(
      new Unanswerable('The given values are impossible together: nothing can be said of the others.'),
    );
  });
});

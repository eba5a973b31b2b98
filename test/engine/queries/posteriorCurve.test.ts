import { describe, expect, it } from 'vitest';
import { posteriorCurve } from '../../../src/engine/queries/posteriorCurve';
import { continuous, finalAnswer, inquire, logNormal, normal, posteriorOf, seen, trapezoid } from './inquire';

function curve(
  text: string,
  of: string,
  coordinate: number | null,
  values: Readonly<Record<string, number | readonly number[]>>,
  points: readonly number[],
) {
  const inquiry = inquire(text);
  const target = { element: inquiry.graph.byKey(of), coordinate };
  return finalAnswer(posteriorCurve(inquiry, target, seen(values), Float64Array.from(points)));
}

describe('the curve of a posterior', () => {
  it('of a scalar is its prior times its likelihood over the evidence', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(sin(3 * z) + z, 0.5)';
    const f = (z: number) => normal(z, 0, 1) * normal(0.7, Math.sin(3 * z) + z, 0.5);
    const total = trapezoid(f, -10, 10, 20000);
    const points = [-2, 0, 0.3, 1];
    const { logDensity, method } = curve(text, 'z', null, { x: 0.7 }, points);
    points.forEach((z, i) => {
      expect(logDensity[i]!).toBeCloseTo(Math.log(f(z) / total), 5);
    });
    expect(method.sentence).not.toContain('smoothed');
  });

  it('of a pair is over the plane, exact where all is Gaussian', () => {
    const text = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z[1] + z[2], 1)';
    const { logDensity, method } = curve(text, 'z', null, { x: 3 }, [1, 1, 0, 0]);
    const at = (a: number, b: number) =>
      logNormal(a, 0, 1) + logNormal(b, 0, 1) + logNormal(3, a + b, 1) - logNormal(3, 0, Math.sqrt(3));
    expect(logDensity[0]!).toBeCloseTo(at(1, 1), 6);
    expect(logDensity[1]!).toBeCloseTo(at(0, 0), 6);
    expect(method.exact).toBe(true);
  });

  it('of a scalar among many variables draws where the evidence is', () => {
    // z^1 is z, and not seen to be linear: z given x is Gaussian all the same.
    const text = `
latent z ~ Normal(0, 1)
latent w ~ Normal(0, 1)^4
observed x | z, w ~ Normal([z + w[1], z + w[2], w[3] + z, w[4]^1], 0.05)`;
    const x = [1.5, 2, 2.5, -1];
    const points = [1, 1.5, 2];
    const { logDensity, standardError, method } = curve(text, 'z', null, { x }, points);
    const variance = 1 / (1 + 3 / 1.0025);
    points.forEach((z, i) => {
      expect(standardError![i]!).toBeLessThan(0.05);
      const expected = logNormal(z, (variance * 6) / 1.0025, Math.sqrt(variance));
      expect(Math.abs(logDensity[i]! - expected)).toBeLessThan(4 * standardError![i]!);
    });
    expect(method.name).toBe('importance');
  });

  it('of a coordinate is a mixture of Gaussians where all is linear', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nlatent z | k ~ Normal([4 * k, 0], 1)\nobserved x | z ~ Normal(z[2], 1)';
    const { logDensity, method } = curve(text, 'z', 0, { x: 3 }, [0, 4, 2]);
    [0, 4, 2].forEach((z, i) => {
      expect(logDensity[i]!).toBeCloseTo(Math.log(0.5 * normal(z, 0, 1) + 0.5 * normal(z, 4, 1)), 12);
    });
    expect(method).toMatchObject({ name: 'gaussian', exact: true });
  });

  it('of a coordinate below all nodes is a mixture of its conditionals', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace([z, 2 * z], 0.5)';
    const { logDensity } = curve(text, 'x', 1, {}, [0, 1, 4]);
    [0, 1, 4].forEach((x, i) => {
      const f = (z: number) => normal(z, 0, 1) * Math.exp(-Math.abs(x - 2 * z) / 0.5);
      const inner = trapezoid(f, -10, x / 2, 20000) + trapezoid(f, x / 2, 10, 20000);
      expect(Math.abs(logDensity[i]! - Math.log(inner))).toBeLessThan(1e-3);
    });
  });

  it('of a coordinate is smoothed from weighted draws elsewhere, with its error', () => {
    const text = 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Logistic(sum(log(exp(z))), 0.5)';
    const points = [-1, 0, 0.5, 1];
    const { logDensity, standardError, method } = curve(text, 'z', 0, { x: 1.5 }, points);
    const { mean, covariance } = continuous(posteriorOf(text, 'z', { x: 1.5 }));
    points.forEach((z, i) => {
      expect(standardError![i]!).toBeLessThan(0.05);
      // Nearly a Gaussian with the posterior's moments.
      expect(Math.abs(logDensity[i]! - logNormal(z, mean[0]!, Math.sqrt(covariance[0]!)))).toBeLessThan(0.08);
    });
    expect(method.sentence).toContain('The curve is smoothed from weighted values.');
  });

  it('of a discrete coordinate is its probabilities', () => {
    const text = 'latent k ~ Bernoulli([0.2, 0.7])\nobserved x | k ~ Normal(k[1] + k[2], 1)';
    const { logDensity } = curve(text, 'k', 1, { x: 2 }, [0, 1, 2]);
    const weight = (a: number, b: number) => (a ? 0.2 : 0.8) * (b ? 0.7 : 0.3) * normal(2, a + b, 1);
    const [no, yes] = [weight(0, 0) + weight(1, 0), weight(0, 1) + weight(1, 1)];
    expect(logDensity[0]!).toBeCloseTo(Math.log(no / (no + yes)), 10);
    expect(logDensity[1]!).toBeCloseTo(Math.log(yes / (no + yes)), 10);
    expect(logDensity[2]).toBe(Number.NEGATIVE_INFINITY);
  });
});

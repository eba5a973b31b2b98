import { describe, expect, it } from 'vitest';
import { clusters } from '../../../webview/engine/queries/clusters';
import { finalAnswer } from '../../../webview/engine/queries/finalAnswer';
import { Unanswerable } from '../../../webview/engine/unanswerable';
import { densityOf, discrete, inquire, posteriorOf, seen, truth } from './inquire';

function clustered(text: string, of: string, rows: Readonly<Record<string, readonly number[]>>) {
  const inquiry = inquire(text);
  return finalAnswer(clusters(inquiry, inquiry.graph.byKey(of), seen(rows)));
}

const mixture = `
param mu = [-2, 0.5, 3]
param sd = [0.6, 1, 0.4]
latent k ~ Categorical(left: 0.3, middle: 0.5, right: 0.2)
observed x | k ~ Normal(mu[k], sd[k])`;

describe('clusters', () => {
  it('has the responsibilities of the reference for all rows at once', () => {
    const { x, posterior_k, log_marginal } = truth<{
      x: readonly number[];
      posterior_k: readonly (readonly number[])[];
      log_marginal: readonly number[];
    }>('mixture-1d');
    const { responsibilities, labels, mostProbable, logDensity, method } = clustered(mixture, 'k', { x });
    expect(labels).toEqual(['left', 'middle', 'right']);
    posterior_k.forEach((row, i) => {
      row.forEach((p, k) => {
        expect(Math.abs(responsibilities[3 * i + k]! - p)).toBeLessThan(1e-12);
      });
      expect(mostProbable[i]).toBe(row.indexOf(Math.max(...row)));
      expect(Math.abs(logDensity[i]! / log_marginal[i]! - 1)).toBeLessThan(1e-13);
    });
    expect(method).toMatchObject({ name: 'sum', exact: true });
  });

  it('takes a data set as it is', () => {
    const x = Array.from({ length: 30_000 }, (_, i) => (i % 1000) / 100 - 5);
    const { responsibilities, mostProbable } = clustered(mixture, 'k', { x });
    expect(mostProbable).toHaveLength(30_000);
    expect(responsibilities.slice(0, 3000)).toEqual(responsibilities.slice(-3000));
    for (let i = 0; i < 1000; i++) {
      const sum = responsibilities[3 * i]! + responsibilities[3 * i + 1]! + responsibilities[3 * i + 2]!;
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it('integrates over continuous elements, state by state', () => {
    const text = `
latent k ~ Bernoulli(0.4)
latent z | k ~ Laplace(2 * k, 1)
observed x | z ~ Normal(z, 0.5)
observed y | z ~ Normal(-z, 0.5)`;
    const rows = { x: [0, 1, 3], y: [0.2, -1.4, -2] };
    const { responsibilities, logDensity, method } = clustered(text, 'k', rows);
    const joint = densityOf(text, rows).logDensity;
    rows.x.forEach((x, i) => {
      const { probabilities } = discrete(posteriorOf(text, 'k', { x, y: rows.y[i]! }));
      expect(responsibilities[2 * i + 1]!).toBeCloseTo(probabilities[1]!, 5);
      expect(logDensity[i]!).toBeCloseTo(joint[i]!, 5);
    });
    expect(method.name).toBe('quadrature');
  });

  it('has nothing to say of what is impossible', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Exponential(1 + k)';
    const { responsibilities, mostProbable, logDensity } = clustered(text, 'k', { x: [-1, 1] });
    expect(Array.from(responsibilities.slice(0, 2))).toEqual([0, 0]);
    expect(mostProbable[0]).toBe(-1);
    expect(logDensity[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(mostProbable[1]).toBe(0);
  });

  it('asks for a discrete variable and rows of one length', () => {
    expect(() => clustered('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 'z', { x: [1] })).toThrow(
      new Unanswerable('z is continuous: it has no clusters. Ask for a discrete variable.'),
    );
    expect(() => clustered(mixture, 'k', {})).toThrow(new Unanswerable('Give values of at least one variable.'));
    expect(() => clustered(mixture, 'k', { k: [1] })).toThrow(
      new Unanswerable('k is given: its value is known. Ask for another variable.'),
    );
    expect(() => clustered(`${mixture}\nobserved y ~ Normal(0, 1)`, 'k', { x: [1, 2], y: [1] })).toThrow(
      new Unanswerable('x has 2 rows and y has 1; they must have the same number.'),
    );
  });
});

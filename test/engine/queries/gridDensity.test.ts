import { describe, expect, it } from 'vitest';
import { knownAt } from '../../../src/engine/factors/tables/known';
import { conditional } from '../../../src/engine/queries/conditional';
import { jointDensity } from '../../../src/engine/queries/density';
import { continuous, densityOf, finalAnswer, inquire, normal, posteriorOf, seen, trapezoid } from './inquire';

const text = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(2 * sin(z[t-1]), 0.5) for t in 2..4
observed x[t] | z[t] ~ Normal(z[t], 0.4) for t in 1..4
observed w ~ Normal(1, 2)`;

describe('the density of one number of a chain at many points', () => {
  it('integrates to 1 given others, and has the moments of its posterior', () => {
    const inquiry = inquire(text);
    const evidence = { 'x[1]': 0.5, 'x[3]': -1.4 };
    const points = Float64Array.from({ length: 641 }, (_, i) => -8 + i / 40);
    for (const of of ['z[2]', 'z[4]', 'x[4]']) {
      const answer = finalAnswer(conditional(inquiry, [inquiry.graph.byKey(of)], seen(evidence), [points]));
      expect(answer.method.badge).toMatch(/^grid/);
      const density = answer.logDensity.map(Math.exp);
      const sum = (f: (x: number) => number) => density.reduce((total, p, i) => total + (p * f(points[i]!)) / 40, 0);
      expect(sum(() => 1)).toBeCloseTo(1, 7);
      const { mean, covariance } = continuous(posteriorOf(text, of, evidence));
      expect(sum((x) => x)).toBeCloseTo(mean[0]!, 7);
      expect(sum((x) => (x - mean[0]!) ** 2)).toBeCloseTo(covariance[0]!, 7);
    }
  });

  it('is joint with what has nothing to do with it', () => {
    const points = [-1, 0.3, 2];
    const inquiry = inquire(text);
    const knowns = [
      knownAt(inquiry.graph.byKey('z[3]'), Float64Array.from(points), 3),
      knownAt(inquiry.graph.byKey('w'), Float64Array.of(0)),
    ];
    const { logDensity } = finalAnswer(jointDensity(inquiry, knowns, 'z[3], w'));
    const alone = densityOf(text, { 'z[3]': points });
    logDensity.forEach((log, i) => {
      expect(log - alone.logDensity[i]!).toBeCloseTo(Math.log(normal(0, 1, 2)), 8);
      const second = (y: number) => trapezoid((z) => normal(z, 0, 1) * normal(y, 2 * Math.sin(z), 0.5), -9, 9, 300);
      const third = trapezoid((y) => second(y) * normal(points[i]!, 2 * Math.sin(y), 0.5), -6, 6, 300);
      expect(alone.logDensity[i]).toBeCloseTo(Math.log(third), 7);
    });
  });
});

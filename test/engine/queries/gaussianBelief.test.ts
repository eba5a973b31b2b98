import { describe, expect, it } from 'vitest';
import { gaussianBelief } from '../../../src/engine/queries/gaussianBelief';
import { logNormal, normal, result } from './inquire';
import { plannedByNodes } from './plans';

const text = 'latent k ~ Bernoulli(0.4)\nlatent z | k ~ Normal(4 * k, 1)\nobserved x | z ~ Normal(z, 0.5)';
const sd = Math.sqrt(1.25);

function believed(target: string, x: number, of = text) {
  const { inquiry, part, plan, known, graph } = plannedByNodes(of, { x }, [target]);
  return result(gaussianBelief(inquiry, part, plan, known, graph.byKey(target)));
}

describe('what is believed in a Gaussian part', () => {
  const [low, high] = [0.6 * normal(1.5, 0, sd), 0.4 * normal(1.5, 4, sd)];

  it('of a discrete element are its probabilities', () => {
    const { distribution, log, work } = believed('k', 1.5)!;
    if (distribution.kind !== 'states') throw new Error(distribution.kind);
    expect(distribution.probabilities[1]!).toBeCloseTo(high / (low + high), 12);
    expect(log).toBeCloseTo(Math.log(low + high), 12);
    expect(work).toMatchObject({ method: 'gaussian', states: 2 });
  });

  it('of a continuous element is a mixture', () => {
    const { distribution } = believed('z', 1.5)!;
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    const share = high / (low + high);
    const means = [0, 4].map((m) => m + (1 / 1.25) * (1.5 - m));
    const mean = (1 - share) * means[0]! + share * means[1]!;
    expect(distribution.mean[0]!).toBeCloseTo(mean, 12);
    expect(distribution.covariance[0]!).toBeCloseTo(0.2 + share * (1 - share) * (means[1]! - means[0]!) ** 2, 12);
    const { logs, errors } = distribution.logDensity(0, Float64Array.of(1));
    const density = (1 - share) * normal(1, means[0]!, Math.sqrt(0.2)) + share * normal(1, means[1]!, Math.sqrt(0.2));
    expect(logs[0]!).toBeCloseTo(Math.log(density), 11);
    expect(errors).toBeNull();
  });

  it('goes through functions of others', () => {
    const { distribution } = believed(
      'y',
      1,
      `latent z ~ Normal(0, 1)\nlatent y | z ~ Dirac(2 * z)\nobserved x | y ~ Normal(y, 1)`,
    )!;
    if (distribution.kind !== 'spread') throw new Error(distribution.kind);
    expect(distribution.mean[0]!).toBeCloseTo(0.8, 12);
    expect(distribution.covariance[0]!).toBeCloseTo(0.8, 12);
    expect(distribution.logDensity(0, Float64Array.of(0.8)).logs[0]!).toBeCloseTo(
      logNormal(0.8, 0.8, Math.sqrt(0.8)),
      11,
    );
  });

  it('is nothing of a part that is bent', () => {
    expect(believed('z', 1, 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace(z, 1)')).toBeNull();
  });
});

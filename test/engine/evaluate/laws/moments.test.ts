import { describe, expect, it } from 'vitest';
import { addCovarianceAt, componentAt, meanAt } from '../../../../src/engine/evaluate/laws/moments';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { inquire } from '../../queries/inquire';

/** Means, covariances and components of x with z at 1 and 2. */
function at(text: string, size: number) {
  const { given, graph } = inquire(text);
  const values = new Map([['z', { nodes: 2, size: 1, data: Float64Array.of(1, 2) }]]);
  const law = lawOfElement(given, graph.byKey('x'), values);
  return [0, 1].map((n) => {
    const [mean, covariance] = [new Float64Array(size), new Float64Array(size * size)];
    meanAt(law, n, mean);
    addCovarianceAt(law, n, 2, covariance);
    return {
      mean: Array.from(mean),
      covariance: Array.from(covariance),
      last: componentAt(law, n, size - 1).parameters.map((value) => Number(value.toFixed(5))),
    };
  });
}

describe('a law at its nodes', () => {
  it('of independent coordinates', () => {
    expect(at('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([z, 2 * z], [1, 3])', 2)).toEqual([
      { mean: [1, 2], covariance: [2, 0, 0, 18], last: [2, 3] },
      { mean: [2, 4], covariance: [2, 0, 0, 18], last: [4, 3] },
    ]);
  });

  it('of a vector that hangs together, in copies', () => {
    const [first] = at('latent z ~ Normal(0, 1)\nobserved x | z ~ MultivariateNormal([z, 0], [[2, 1], [1, 4]])^2', 4);
    expect(first!.mean).toEqual([1, 0, 1, 0]);
    expect(first!.covariance).toEqual([4, 2, 0, 0, 2, 8, 0, 0, 0, 0, 4, 2, 0, 0, 2, 8]);
    expect(first!.last).toEqual([0, 2]);
  });

  it('of a table', () => {
    const text = 'latent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ case z { 1: Normal(5, 2), 2: Exponential(4) }';
    expect(at(text, 1)).toEqual([
      { mean: [5], covariance: [8], last: [5, 2] },
      { mean: [0.25], covariance: [0.125], last: [4] },
    ]);
  });
});

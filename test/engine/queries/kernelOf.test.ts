import { describe, expect, it } from 'vitest';
import { lawOfElement } from '../../../src/engine/factors/tables/elementLaw';
import { kernelOf } from '../../../src/engine/queries/kernelOf';
import type { Batch } from '../../../src/engine/values/batch';
import { inquire, logNormal } from './inquire';

const parents: Batch = { nodes: 3, size: 1, data: Float64Array.of(-1, 0.5, 2) };

/** The conditional of y at three values of z. */
function kernel(distribution: string) {
  const { given, graph } = inquire(
    `latent z ~ Normal(0, 1)\nlatent y | z ~ ${distribution}\nobserved x | y ~ Normal(y, 1)`,
  );
  return kernelOf(lawOfElement(given, graph.byKey('y'), new Map([['z', parents]])));
}

describe('the conditional of a number', () => {
  it('is Normal with a mean and sd for each value of the parent', () => {
    const found = kernel('Normal(sin(z), exp(z))')!;
    expect(found).toMatchObject({ rows: 3, isNormal: true, breaks: [] });
    expect(found.logDensity(2, Float64Array.of(0.3))[0]).toBeCloseTo(logNormal(0.3, Math.sin(2), Math.exp(2)), 12);
  });

  it('is one where it is the same at all', () => {
    expect(kernel('Normal(0.3, 2)')).toMatchObject({ rows: 1 });
  });

  it('knows where a density has kinks and jumps that move', () => {
    const found = kernel('Uniform(z - 1, z + 2)')!;
    expect(found.breaks.map((places) => [...places])).toEqual([
      [-2, -0.5, 1],
      [1, 2.5, 4],
    ]);
    expect(found.reach(1, 40)).toEqual([expect.closeTo(-0.5, 12), expect.closeTo(2.5, 12)]);
    expect(kernel('Laplace(z, 1)')!.breaks.map((places) => [...places])).toEqual([[-1, 0.5, 2]]);
  });

  it('reaches as far as there is mass, on both sides', () => {
    const laplace = kernel('Laplace(z, 1)')!;
    const [low, high] = laplace.reach(0, 40);
    expect(low).toBeLessThan(-41);
    expect(high).toBeGreaterThan(39);
    const cauchy = kernel('Cauchy(z, 1)')!;
    // Beyond X there is 1 / (π X) of it.
    expect(cauchy.reach(0, 20)[1]).toBeGreaterThan(Math.exp(20) / Math.PI);
  });

  it('is none where it is a function of its parent', () => {
    expect(kernel('Dirac(2 * z)')).toBe(null);
  });
});

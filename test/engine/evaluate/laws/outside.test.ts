import { describe, expect, it } from 'vitest';
import { outsideAt } from '../../../../src/engine/evaluate/laws/outside';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { inquire } from '../../queries/inquire';

/** How far x is outside with z at 1 and 2. */
function outside(distribution: string, ...x: number[]) {
  const { given, graph } = inquire(`latent z ~ Gamma(1, 1)\nobserved x | z ~ ${distribution}`);
  const values = new Map([['z', { nodes: 2, size: 1, data: Float64Array.of(1, 2) }]]);
  const law = lawOfElement(given, graph.byKey('x'), values);
  return outsideAt(law, Float64Array.from(x), 2).map((own) => Array.from(own));
}

describe('how far a value lies outside of a support', () => {
  it('is its distance from the end beside it', () => {
    expect(outside('Uniform(0, z)', 1.5)).toEqual([[0.5, 0]]);
    expect(outside('Uniform(z, 5)', 0.5)).toEqual([[-0.5, -1.5]]);
    expect(outside('Pareto(2, z)', 1.25)).toEqual([[0, -0.75]]);
    expect(outside('Exponential(z)', -3)).toEqual([[-3, -3]]);
    expect(outside('Normal(z, 1)', -300)).toEqual([[0, 0]]);
  });

  it('is told of every coordinate', () => {
    expect(outside('Uniform([0, 1], z + [0, 1])', 1.5, 2.5)).toEqual([
      [0.5, 0],
      [0.5, 0],
    ]);
  });

  it('is some for what no whole numbers reach', () => {
    expect(outside('Poisson(z)', 1.5)).toEqual([[1, 1]]);
    expect(outside('Poisson(z)', -2)).toEqual([[-2, -2]]);
    expect(outside('Poisson(z)', 2)).toEqual([[0, 0]]);
  });
});

import { describe, expect, it } from 'vitest';
import { dirichletPair } from '../../../src/engine/families/dirichletPair';

const concentration = [2, 3, 6];

function density(x: number, y: number): number {
  return Math.exp(dirichletPair.logDensity(Float64Array.of(x, y), 2, concentration)![0]!);
}

describe('two shares of a Dirichlet', () => {
  it('have the density of all three, the third being what they leave', () => {
    // Γ(11) / (Γ(2) Γ(3) Γ(6)) x y² (1 − x − y)⁵
    expect(density(0.2, 0.3) / ((3628800 / 240) * 0.2 * 0.09 * 0.5 ** 5)).toBeCloseTo(1, 12);
    expect(density(0.7, 0.4)).toBe(0);
    expect(density(-0.1, 0.4)).toBe(0);
  });

  it('have the moments of the Dirichlet', () => {
    const [a, b] = dirichletPair.mean(2, concentration);
    expect([a, b]).toEqual([expect.closeTo(2 / 11, 12), expect.closeTo(3 / 11, 12)]);
    const covariance = dirichletPair.covariance(2, concentration);
    expect(covariance[1]).toBeCloseTo(-6 / (121 * 12), 12);
    expect(covariance[2]).toBe(covariance[1]);
    expect(covariance[3]).toBeCloseTo((3 * 8) / (121 * 12), 12);
  });

  it('are Beta by themselves, and are drawn from as many uniforms', () => {
    expect(dirichletPair.coordinate(1, 2, concentration).parameters).toEqual([3, 8]);
    const uniforms = [0.3, 0.6];
    expect(dirichletPair.uniforms(2)).toBe(uniforms.length);
    const draw = dirichletPair.draw(uniforms, 2, concentration);
    expect(draw).toHaveLength(2);
    expect(draw[0]! + draw[1]!).toBeLessThan(1);
  });
});

import { describe, expect, it } from 'vitest';
import { draw } from '../../../../src/engine/evaluate/laws/draw';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { Column } from '../../../../src/engine/sampling/columns';
import { inquire } from '../../queries/inquire';

/** Draws of x with z at 1, 2, 1 and 2: two states times two draws. */
function drawn(distribution: string, ...columns: Column[]) {
  const { given, graph } = inquire(`latent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ ${distribution}`);
  const values = new Map([['z', { nodes: 4, size: 1, data: Float64Array.of(1, 1, 2, 2) }]]);
  return Array.from(draw(lawOfElement(given, graph.byKey('x'), values), 4, columns));
}

const normals = (...s: number[]) => Column.fromNormals(Float64Array.from(s));
const uniforms = (...u: number[]) => Column.fromUniforms(Float64Array.from(u));

describe('draws in double precision', () => {
  it('of a normal are mean + sd · s', () => {
    expect(drawn('Normal(10 * z, 0.5)', normals(0, 2))).toEqual([10, 11, 20, 21]);
  });

  it('repeat themselves where the parameters do', () => {
    const [a, b, ...again] = drawn('Exponential(2)', uniforms(0.5, 0.75));
    expect(a).toBeCloseTo(Math.LN2 / 2, 15);
    expect(b).toBeCloseTo(Math.LN2, 15);
    expect(again).toEqual([a, b]);
  });

  it('reach as far up as down', () => {
    const far = drawn('Exponential(1)', normals(20, 30));
    // 1 − Φ(s) ≈ φ(s) / s (1 − 1/s²)
    [20, 30].forEach((s, i) => {
      const log = -0.5 * s * s - 0.5 * Math.log(2 * Math.PI) - Math.log(s) + Math.log1p(-1 / s ** 2 + 3 / s ** 4);
      expect(far[i]! / -log).toBeCloseTo(1, 7);
    });
    const both = drawn('Laplace(0, z)', normals(-20, 20));
    expect(both[0]).toBeCloseTo(-both[1]!, 10);
    expect(both[3]).toBeCloseTo(2 * both[1]!, 10);
  });

  it('of a table follow its rows, of a point are the point', () => {
    expect(drawn('case z { 1: Normal(0, 1), 2: Dirac(7) }', normals(0.5, -1))).toEqual([0.5, -1, 7, 7]);
  });

  it('of vectors take a column for each number', () => {
    const x = drawn('MultivariateNormal([0, z], [[4, 0], [0, 9]])', normals(0, 1), normals(1, 0));
    [0, 4, 2, 1, 0, 5, 2, 2].forEach((value, i) => {
      expect(x[i]!).toBeCloseTo(value, 12);
    });
  });
});

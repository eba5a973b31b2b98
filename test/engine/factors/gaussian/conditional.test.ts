import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../../src/engine/api/unanswerable';
import { AffineEvaluation } from '../../../../src/engine/factors/gaussian/affineEvaluation';
import { type Conditional, conditionalOf, isNoiseless } from '../../../../src/engine/factors/gaussian/conditional';
import { model } from '../../models';
import { given } from '../../plain';

/** The covariance of the noise of two coordinates. */
function noiseAt({ noise }: Conditional, i: number, j: number): number {
  if (noise.kind === 'independent') return i === j ? noise.variance[i]! : 0;
  const { block, covariance } = noise;
  return Math.floor(i / block) === Math.floor(j / block) ? covariance[(i % block) * block + (j % block)]! : 0;
}

/** The conditional of x, v being free and k constant. */
function conditional(distribution: string, k = 1) {
  const { numbers, graph } = given(
    model(
      `param scale = [0.5, 2]\nlatent v ~ Normal(0, 1)^2\nlatent k ~ Categorical([0.5, 0.5])\nobserved x | v, k ~ ${distribution}`,
    ),
  );
  const scope = new AffineEvaluation(numbers);
  scope.assignFree('v', [2], 0, 2);
  scope.assignConstant('k', [], Float64Array.of(k));
  return conditionalOf(graph.element('x', null), scope)!;
}

function dense({ constant, rows }: ReturnType<typeof conditional>): number[][] {
  return Array.from(constant, (_, i) => {
    const row = [0, 0];
    if (rows !== null)
      for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) row[rows.column[e]!]! += rows.value[e]!;
    return row;
  });
}

describe('a conditional', () => {
  it('of a vector of normals repeats a number for every coordinate', () => {
    const made = conditional('Normal(3 * v + 0 * k, scale[k])', 2);
    expect(dense(made)).toEqual([
      [3, 0],
      [0, 3],
    ]);
    expect(made.noise).toEqual({ kind: 'independent', variance: Float64Array.of(4, 4) });
    expect(isNoiseless(made)).toBe(false);
  });

  it('of copies has the same mean for each and independent noise', () => {
    const made = conditional('Normal(v + k, scale)^3');
    expect(made.constant).toEqual(new Float64Array(6).fill(1));
    expect(dense(made)[4]).toEqual([1, 0]);
    expect(made.noise).toEqual({ kind: 'independent', variance: Float64Array.of(0.25, 4, 0.25, 4, 0.25, 4) });
  });

  it('of copies of a multivariate normal has a block for each', () => {
    const made = conditional('MultivariateNormal(v + k, [[2, 0.5], [0.5, 1]])^2');
    const matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => noiseAt(made, i, j)));
    expect(matrix).toEqual([
      [2, 0.5, 0, 0],
      [0.5, 1, 0, 0],
      [0, 0, 2, 0.5],
      [0, 0, 0.5, 1],
    ]);
  });

  it('of a table is that of the row of the discrete values', () => {
    const text = 'case k { 1: Normal(sum(v), 2), 2: Dirac(v[2]) }';
    expect(conditional(text, 1).noise).toEqual({ kind: 'independent', variance: Float64Array.of(4) });
    expect(dense(conditional(text, 1))).toEqual([[1, 1]]);
    expect(isNoiseless(conditional(text, 2))).toBe(true);
    expect(dense(conditional(text, 2))).toEqual([[0, 1]]);
  });

  it.each([
    ['Normal(sum(v) + k, scale[k] - 2)', 'The sd of x is -1.5; it must be positive.'],
    ['Normal(sum(v) + log(k - 2), 1)', 'The mean of x is not a number; it must be a finite number.'],
    ['MultivariateNormal(v, [[1, 2], [2, k]])', 'The covariance of x is not positive definite.'],
  ])('refuses %s', (distribution, reason) => {
    expect(() => conditional(distribution)).toThrow(Unanswerable);
    expect(() => conditional(distribution)).toThrow(reason);
  });
});

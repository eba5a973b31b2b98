import { describe, expect, it } from 'vitest';
import { type Law, logMassesAt } from '../../../../src/engine/evaluate/laws/law';
import { coordinateLaw, type Pair, pairLaw, widened } from '../../../../src/engine/evaluate/laws/marginalLaw';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { inquire } from '../../queries/inquire';

/** The law of x, with k at 1 and 2. */
function lawOf(distribution: string): Law {
  const { given, graph } = inquire(`latent k ~ Categorical([0.5, 0.5])\nobserved x | k ~ ${distribution}`);
  const k = { nodes: 2, size: 1, data: Float64Array.of(1, 2) };
  return lawOfElement(given, graph.byKey('x'), new Map([['k', k]]));
}

function described(law: Law): unknown {
  if (law.kind === 'rows') return { rows: law.rows.map(described), row: Array.from(law.row) };
  return [law.name, law.size, ...law.parameters.map(({ data }) => Array.from(data))];
}

describe('the law of one coordinate', () => {
  it.each<[string, number, string, number[][]]>([
    ['Normal([1, 2, 3], 0.5)', 1, 'Normal', [[2], [0.5]]],
    ['Normal([1, 2], [3, 4])^2', 3, 'Normal', [[2], [4]]],
    ['Normal([1, 2] * k, [3, 4])', 1, 'Normal', [[2, 4], [4]]],
    ['Categorical([0.25, 0.75])^2', 1, 'Categorical', [[0.25, 0.75]]],
    ['MultivariateNormal([1, 2], [[4, 1], [1, 9]])', 1, 'Normal', [[2], [3]]],
    ['MultivariateNormal([1, 2], [[4, 1], [1, 9]])^2', 2, 'Normal', [[1], [2]]],
    [
      'MultivariateNormal([1, 2] * k, [[4, 1], [1, 9]])',
      0,
      'Normal',
      [
        [1, 2],
        [2, 2],
      ],
    ],
    ['Dirichlet([2, 3, 5])', 1, 'Beta', [[3], [7]]],
  ])('of %s number %d', (distribution, j, name, parameters) => {
    expect(described(coordinateLaw(lawOf(distribution), j))).toEqual([name, 1, ...parameters]);
  });

  it('of a table is one at every row', () => {
    const law = coordinateLaw(lawOf('case k { 1: Normal([1, 2], 3), 2: Laplace([4, 5], 6) }'), 1);
    expect(described(law)).toEqual({
      rows: [
        ['Normal', 1, [2], [3]],
        ['Laplace', 1, [5], [6]],
      ],
      row: [0, 1],
    });
  });
});

describe('the law of two coordinates', () => {
  it.each<[string, Pair, string, number[][]]>([
    ['Normal([1, 2, 3], 0.5)', [0, 2], 'Normal', [[1, 3], [0.5]]],
    [
      'MultivariateNormal([1, 2, 3], [[4, 1, 0.5], [1, 9, 0.25], [0.5, 0.25, 2]])',
      [0, 2],
      'MultivariateNormal',
      [
        [1, 3],
        [4, 0.5, 0.5, 2],
      ],
    ],
    [
      'MultivariateNormal([1, 2], [[4, 1], [1, 9]])^2',
      [2, 3],
      'MultivariateNormal',
      [
        [1, 2],
        [4, 1, 1, 9],
      ],
    ],
    ['Dirichlet([2, 3, 5, 7])', [1, 3], 'Dirichlet', [[3, 7, 7]]],
  ])('of %s, %j', (distribution, pair, name, parameters) => {
    expect(described(pairLaw(lawOf(distribution), pair))).toEqual([name, 2, ...parameters]);
  });

  it('is not to be had of two shares that sum to 1', () => {
    expect(() => pairLaw(lawOf('Dirichlet([2, 3])'), [0, 1])).toThrow('lie on a line');
  });
});

describe('a law without extent', () => {
  it('is drawn as a bump, rows of a table too', () => {
    expect(described(widened(lawOf('Dirac(2 * k)'), 0.5))).toEqual(['Normal', 1, [2, 4], [0.5]]);
    const { rows } = described(widened(lawOf('case k { 1: Dirac(7), 2: Normal(0, 1) }'), 0.1)) as { rows: unknown[] };
    expect(rows).toEqual([
      ['Normal', 1, [7], [0.1]],
      ['Normal', 1, [0], [1]],
    ]);
  });

  it('across a line is as wide as along it where there is no density', () => {
    const plane = lawOf('MultivariateNormal([0, 0], [[1, 0.5], [0.5, 1]])');
    expect(widened(plane, 0.5)).toEqual(plane);
    if (plane.kind !== 'vector') throw new Error('not a vector');
    const covariance = { nodes: 1, size: 4, data: new Float64Array(4).fill(1) };
    const line = { ...plane, parameters: [plane.parameters[0]!, covariance] };
    expect(described(widened(line, 0.5))).toEqual(['MultivariateNormal', 2, [0, 0], [1.25, 1, 1, 1.25]]);
    expect(logMassesAt(widened(line, 0.5), 0, Float64Array.of(0, 0))[0]).toBeGreaterThan(-5);
  });
});

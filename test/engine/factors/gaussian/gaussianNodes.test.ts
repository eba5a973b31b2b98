import { describe, expect, it } from 'vitest';
import type { Law } from '../../../../src/engine/evaluate/laws/law';
import { atNodes } from '../../../../src/engine/integrate/atNodes';
import { planMarginal } from '../../../../src/engine/plan/planner';
import { Column } from '../../../../src/engine/sampling/columns';
import { model } from '../../models';
import { given } from '../../plain';

/** The values of some elements at nodes made from given standard normals, and the law of x in numbers. */
function at(
  text: string,
  normals: readonly (readonly number[])[],
  keys: readonly string[] = [],
  coordinate: number | null = null,
) {
  const { numbers, graph } = given(model(text));
  const plan = planMarginal(numbers, graph, graph.element('x', null));
  expect(plan.dimensions).toBe(normals.length);
  const block = {
    firstState: 0,
    states: plan.table.count,
    columns: normals.map((column) => Column.fromNormals(Float64Array.from(column))),
    draws: normals[0]?.length ?? 1,
    logWeights: null,
    mass: null,
  };
  return atNodes(numbers, plan, block, ({ scope, closed }) => ({
    values: keys.map((key) => Array.from(scope.variable(key).data)),
    law: described(closed?.law(coordinate) ?? null),
  }));
}

function described(law: Law | null): unknown {
  if (law === null) return null;
  if (law.kind === 'rows') return { rows: law.rows.map(described), row: Array.from(law.row) };
  return [
    law.name,
    ...law.parameters.map((parameter) => Array.from(parameter.data, (value) => Number(value.toFixed(5)))),
  ];
}

const chain = 'latent a ~ Normal(1, 2)\nlatent b | a ~ Normal(3 * a, 4)\n';

describe('Gaussian nodes', () => {
  it('draw an element from its marginal', () => {
    const { values, law } = at(`${chain}observed x | b ~ Laplace(b, 1)`, [[-1, 0, 2]], ['b']);
    const sd = Math.sqrt(36 + 16);
    values[0]!.forEach((value, i) => {
      expect(value).toBeCloseTo(3 + [-1, 0, 2][i]! * sd, 5);
    });
    expect(law).toBeNull();
  });

  it('draw two elements with their covariance', () => {
    const text = `${chain}latent c | a ~ Normal(a, 1)\nobserved x | b, c ~ Laplace(b * c, 1)`;
    const { values } = at(text, [[1], [1]], ['b', 'c']);
    // Cov(b, c) = 3 · 4; Var c = 5.
    expect(values[0]![0]).toBeCloseTo(3 + Math.sqrt(52), 5);
    expect(values[1]![0]).toBeCloseTo(1 + 12 / Math.sqrt(52) + Math.sqrt(5 - 144 / 52), 5);
  });

  it('close a target given an input, for every state', () => {
    const text = `
latent   k    ~ Categorical([0.5, 0.5])
latent   y    ~ Logistic(0, 1)
latent   a | y, k ~ Normal(2 * y, [1, 2][k])
observed x | a ~ Normal(a + 1, 3)`;
    const { law } = at(text, [[0, 0]], ['y']);
    expect(law).toEqual([
      'Normal',
      [1, 1, 1, 1],
      [10, 10, 13, 13].map((variance) => Number(Math.sqrt(variance).toFixed(5))),
    ]);
  });

  it('close a vector as a whole and by its coordinates', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal([1, 2] * z + [0, 5], 0.5)';
    expect(at(text, []).law).toEqual(['MultivariateNormal', [0, 5], [1.25, 2, 2, 4.25]]);
    expect(at(text, [], [], 1).law).toEqual(['Normal', [5], [Number(Math.sqrt(4.25).toFixed(5))]]);
  });

  it('tell points from spreads, and leave states without weight alone', () => {
    const points = at('latent k ~ Bernoulli(0.5)\nlatent z ~ Normal(0, 1)\nobserved x | z, k ~ Dirac(k * z)', []);
    expect(points.law).toEqual({
      rows: [
        ['Normal', [0, 0], [1, 1]],
        ['Dirac', [0, 0]],
      ],
      row: [1, 0],
    });
    const impossible = at('latent k ~ Bernoulli(0)\nlatent z ~ Normal(0, 1)\nobserved x | z, k ~ Normal(z, 1 - k)', []);
    expect(impossible.law).toEqual(['Normal', [0, 0], [Number(Math.SQRT2.toFixed(5)), 1]]);
  });

  it('work out a Gaussian for every node where an input shapes it', () => {
    const text = 'latent s ~ Gamma(2, 1)\nlatent z | s ~ Normal(1, s)\nobserved x | z ~ Normal(z, 1)';
    const { values, law } = at(text, [[-1, 0, 1]], ['s']);
    expect(law).toEqual(['Normal', [1, 1, 1], values[0]!.map((s) => Number(Math.sqrt(s * s + 1).toFixed(5)))]);
  });

  it('have no number where a parameter is invalid', () => {
    const text = 'latent s ~ Normal(1, 1)\nlatent z | s ~ Normal(1, s)\nobserved x | z ~ Normal(z, 1)';
    expect(at(text, [[-2, 0]]).law).toEqual(['Normal', [Number.NaN, 1], [Number.NaN, Number(Math.SQRT2.toFixed(5))]]);
  });
});

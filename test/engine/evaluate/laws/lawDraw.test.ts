import { describe, expect, it } from 'vitest';
import { Evaluation } from '../../../../src/engine/evaluate/evaluation';
import { baseDimensions, lawOf } from '../../../../src/engine/evaluate/laws/law';
import { coordinateOffsets, draw } from '../../../../src/engine/evaluate/laws/lawDraw';
import { nowhere } from '../../../../src/engine/evaluate/scope';
import { nodeValues } from '../../../../src/engine/factors/tables/jointTable';
import { Column } from '../../../../src/engine/sampling/columns';
import { uniforms } from '../../../../src/engine/sampling/random';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { model } from '../../models';
import { given } from '../../plain';

function draws(text: string, nodes: number, k: number[] = []): number[] {
  const { numbers } = given(model(text));
  const { distribution } = numbers.program.variables.get('x')!.definitions[0]!;
  return scoped(() => {
    const scope = new Evaluation(numbers);
    if (k.length > 0) scope.assign('k', nodeValues(Float64Array.from(k), k.length, []));
    const columns = Array.from({ length: baseDimensions(distribution) }, (_, j) =>
      Column.fromUniforms(uniforms(j, nodes)),
    );
    return Array.from(draw(lawOf(distribution, scope, nowhere), nodes, columns));
  });
}

const moments = (values: number[]) => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length) };
};

describe('draws', () => {
  it.each([
    ['Normal(2, 3)', 2, 3],
    ['Laplace(1, 2)', 1, 2 * Math.SQRT2],
    ['Gamma(4, 2)', 2, 1],
    ['Beta(2, 2)', 0.5, Math.sqrt(0.05)],
    ['Poisson(9)', 9, 3],
    ['Bernoulli(0.3)', 0.3, Math.sqrt(0.21)],
    ['Categorical([0.2, 0.3, 0.5])', 2.3, Math.sqrt(0.61)],
    ['Dirac(4)', 4, 0],
  ])('of %s have its mean and spread', (distribution, mean, sd) => {
    const found = moments(draws(`observed x ~ ${distribution}`, 20_000));
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * (sd / Math.sqrt(20_000)) + 1e-9);
    expect(Math.abs(found.sd - sd)).toBeLessThan(0.04 * sd + 1e-9);
  });

  it('of a vector take a column for every coordinate', () => {
    const values = draws('observed x ~ Normal([0, 10], [1, 2])', 5000);
    const second = moments(values.filter((_, i) => i % 2 === 1));
    expect(second.mean).toBeCloseTo(10, 0);
    expect(second.sd).toBeCloseTo(2, 0);
  });

  it('of a multivariate normal have its covariance', () => {
    const values = draws('observed x ~ MultivariateNormal([1, -1], [[2, 0.8], [0.8, 1]])', 20_000);
    const a = values.filter((_, i) => i % 2 === 0);
    const b = values.filter((_, i) => i % 2 === 1);
    const covariance = a.reduce((sum, value, i) => sum + (value - 1) * (b[i]! + 1), 0) / a.length;
    expect(Math.abs(covariance - 0.8)).toBeLessThan(0.06);
  });

  it('of a table come from the row of the node', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Uniform(0, 1), false: Uniform(5, 6) }';
    const values = draws(text, 4, [1, 0, 0, 1]);
    expect(values.map((value) => value > 4)).toEqual([false, true, true, false]);
  });

  it('with constant parameters repeat where the base does', () => {
    const { numbers } = given(model('observed x ~ Gamma(2, 1)'));
    const { distribution } = numbers.program.variables.get('x')!.definitions[0]!;
    const values = scoped(() =>
      draw(lawOf(distribution, new Evaluation(numbers), nowhere), 6, [Column.fromUniforms(Float64Array.of(0.2, 0.7))]),
    );
    expect(Array.from(values.slice(2))).toEqual([values[0], values[1], values[0], values[1]]);
  });
});

it('coordinates lie where the axes of a parameter say', () => {
  expect(coordinateOffsets([], [])).toEqual([0]);
  expect(coordinateOffsets([3], [3])).toEqual([0, 1, 2]);
  expect(coordinateOffsets([1], [3])).toEqual([0, 0, 0]);
  expect(coordinateOffsets([1, 2], [3, 2])).toEqual([0, 1, 0, 1, 0, 1]);
  expect(coordinateOffsets([2, 1], [2, 2])).toEqual([0, 0, 1, 1]);
});

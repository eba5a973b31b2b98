import { describe, expect, it } from 'vitest';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { model } from '../../models';
import { given } from '../../plain';

function build(text: string, discrete: Readonly<Record<string, number>> = {}, inputs: readonly string[] = []) {
  const { numbers, graph } = given(model(text));
  const x = graph.element('x', null);
  const values = new Map(Object.entries(discrete).map(([key, value]) => [key, Float64Array.of(value)]));
  return linearGaussian(numbers, [...graph.ancestors(x), x], values, new Set(inputs));
}

describe('a linear-Gaussian model', () => {
  it('counts the coordinates of its elements through', () => {
    const made = build('latent a ~ Normal(0, 1)^2\nlatent b ~ Normal(0, 1)\nobserved x | a, b ~ Normal(a + b, 1)')!;
    expect(made.nodes.map(({ key, first, size }) => [key, first, size])).toEqual([
      ['a', 0, 2],
      ['b', 2, 1],
      ['x', 3, 2],
    ]);
    expect(Array.from(made.owner)).toEqual([0, 0, 1, 2, 2]);
    const { rows } = made.byKey.get('x')!.conditional!;
    expect(Array.from(rows!.column)).toEqual([0, 2, 1, 2]);
  });

  it('has discrete values and points without parents for constants', () => {
    const text =
      'latent k ~ Bernoulli(0.5)\nlatent c | k ~ Dirac(2 + k)\nlatent z ~ Normal(0, 1)\nobserved x | c, z ~ Normal(c * z, 1)';
    const { rows } = build(text, { k: 1 })!.byKey.get('x')!.conditional!;
    expect(rows).toEqual({ start: Int32Array.of(0, 1), column: Int32Array.of(1), value: Float64Array.of(3) });
  });

  it('is none where an element is not Gaussian, unless its value comes from elsewhere', () => {
    const text = 'latent y ~ Laplace(0, 1)\nobserved x | y ~ Normal(3 * y, 1)';
    expect(build(text)).toBeNull();
    const made = build(text, {}, ['y'])!;
    expect(made.byKey.get('y')!.conditional).toBeNull();
    expect(made.byKey.get('x')!.conditional!.rows!.value).toEqual(Float64Array.of(3));
    expect(build('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z * z, 1)')).toBeNull();
  });
});

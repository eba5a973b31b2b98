import { describe, expect, it } from 'vitest';
import { linearGaussian } from '../../../../src/engine/factors/gaussian/linearGaussian';
import { SquareRootGaussian } from '../../../../src/engine/factors/gaussian/squareRoot';
import { model } from '../../models';
import { given } from '../../plain';

const text = `
latent   a    ~ Normal(1, 2)
latent   b | a ~ Normal(3 * a, 1)
observed x | a, b ~ MultivariateNormal([a, b], [[1, 0.5], [0.5, 2]])`;

function start() {
  const { numbers, graph } = given(model(text));
  const x = graph.element('x', null);
  const made = linearGaussian(numbers, [...graph.ancestors(x), x], new Map())!;
  const [a, b] = [made.byKey.get('a')!, made.byKey.get('b')!];
  return { made, live: new SquareRootGaussian(made.owner.length), a, b, x: made.byKey.get('x')! };
}

describe('a Gaussian by its square root', () => {
  it('grows by elements, and keeps the moments of those that stay', () => {
    const { live, a, b, x } = start();
    for (const node of [a, b, x]) live.add(node, node.conditional!);
    expect(live.moments([a, b, x])).toEqual([
      Float64Array.of(1, 3, 1, 3),
      Float64Array.of(4, 12, 4, 12, 12, 37, 12, 37, 4, 12, 5, 12.5, 12, 37, 12.5, 39),
    ]);
    live.drop([a]);
    const [mean, covariance] = live.moments([x, b]);
    expect([...mean]).toEqual([1, 3, 3]);
    expect([...covariance]).toEqual([5, 12.5, 12, 12.5, 39, 37, 12, 37, 37].map((value) => expect.closeTo(value, 12)));
  });

  it('takes fixed values for parents', () => {
    const { live, a, b } = start();
    live.fix(a, Float64Array.of(5));
    live.add(b, b.conditional!);
    expect(live.moments([b])).toEqual([Float64Array.of(15), Float64Array.of(1)]);
  });

  it('is conditioned on a vector with correlated noise at once', () => {
    const { live, a, b, x } = start();
    for (const node of [a, b]) live.add(node, node.conditional!);
    const log = live.observe(x, x.conditional!, Float64Array.of(1, 4));
    // x is normal with mean (1, 3) and covariance [[5, 12.5], [12.5, 39]], whose determinant is 38.75.
    expect(log).toBeCloseTo(-0.5 * (5 / 38.75 + Math.log(38.75) + 2 * Math.log(2 * Math.PI)), 12);
    const [mean, covariance] = live.moments([a]);
    // Cov(a, x) times the inverse: [4, 12] · [[39, −12.5], [−12.5, 5]] / 38.75.
    expect(mean[0]).toBeCloseTo(1 + (4 * -12.5 + 12 * 5) / 38.75, 12);
    expect(covariance[0]).toBeCloseTo(4 - (4 * (4 * 39 - 12 * 12.5) + 12 * (4 * -12.5 + 12 * 5)) / 38.75, 12);
  });

  it('knows a dropped coordinate given the others', () => {
    const { made, live, a, b } = start();
    for (const node of [a, b]) live.add(node, node.conditional!);
    // a given b: a regression with slope 12 / 37 and variance 4 / 37.
    const { coordinate, mean, sd, others, values, means } = live.regress(a.first);
    expect({ coordinate, mean, others: [...others], means: [...means] }).toEqual({
      coordinate: a.first,
      mean: 1,
      others: [b.first],
      means: [3],
    });
    expect([values[0], sd ** 2]).toEqual([expect.closeTo(12 / 37, 14), expect.closeTo(4 / 37, 14)]);
    const back = new SquareRootGaussian(made.owner.length);
    back.add(b, {
      constant: Float64Array.of(5),
      rows: null,
      noise: { kind: 'independent', variance: Float64Array.of(0) },
    });
    back.addCoordinate({ coordinate, mean, sd, others, values, means });
    expect(back.moments([a])[0][0]).toBeCloseTo(1 + 24 / 37, 13);
  });

  it('keeps what determines another when that is dropped', () => {
    const { numbers, graph } = given(
      model(
        'latent a ~ Normal(1, 2)\nlatent d | a ~ Dirac(3 * a)\nlatent e | a, d ~ Dirac(d - a)\nobserved x | d, e ~ Normal(d + e, 1)',
      ),
    );
    const made = linearGaussian(numbers, graph.closure([graph.element('x', null)]), new Map())!;
    const nodes = ['a', 'd', 'e'].map((key) => made.byKey.get(key)!);
    const [a, d, e] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]];
    const live = new SquareRootGaussian(made.owner.length);
    for (const node of nodes) live.add(node, node.conditional!);
    const regression = live.regress(a.first);
    expect(regression.sd).toBe(0);
    expect([...live.moments([d, e])[1]]).toEqual([36, 24, 24, 16].map((value) => expect.closeTo(value, 12)));
    live.drop([d]);
    expect(live.moments([e])[1][0]).toBeCloseTo(16, 12);
    live.drop([e]);
    expect(live.moments([])).toEqual([new Float64Array(), new Float64Array()]);
  });

  it('takes an exact observation for known, and what follows from it', () => {
    const { made, live, a, b } = start();
    for (const node of [a, b]) live.add(node, node.conditional!);
    const exactly = (constant: number) => ({
      constant: Float64Array.of(constant),
      rows: { start: Int32Array.of(0, 1), column: Int32Array.of(a.first), value: Float64Array.of(2) },
      noise: { kind: 'independent', variance: Float64Array.of(0) } as const,
    });
    const seen = { ...a, key: 'seen', first: made.owner.length };
    expect(live.observe(seen, exactly(0), Float64Array.of(6))).toBeCloseTo(
      -0.5 * (16 / 16 + Math.log(2 * Math.PI * 16)),
      13,
    );
    expect(live.moments([a, b])).toEqual([Float64Array.of(3, 9), Float64Array.of(0, 0, 0, 1)]);
    expect(live.observe(seen, exactly(1), Float64Array.of(7))).toBe(0);
    expect(live.observe(seen, exactly(1), Float64Array.of(8))).toBe(Number.NEGATIVE_INFINITY);
  });
});

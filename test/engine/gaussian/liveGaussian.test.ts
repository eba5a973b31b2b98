import { describe, expect, it } from 'vitest';
import { linearGaussian } from '../../../webview/engine/gaussian/linearGaussian';
import { LiveGaussian, noiseAt } from '../../../webview/engine/gaussian/liveGaussian';
import { model } from '../models';
import { given } from '../plain';

const text = `
latent   a    ~ Normal(1, 2)
latent   b | a ~ Normal(3 * a, 1)
observed x | a, b ~ MultivariateNormal([a, b], [[1, 0.5], [0.5, 2]])`;

function start() {
  const { numbers, graph } = given(model(text));
  const x = graph.element('x', null);
  const made = linearGaussian(numbers, [...graph.ancestors(x), x], new Map())!;
  const [a, b] = [made.byKey.get('a')!, made.byKey.get('b')!];
  return { made, live: new LiveGaussian(made.owner.length), a, b, x: made.byKey.get('x')! };
}

describe('a live Gaussian', () => {
  it('grows by elements, and keeps the moments of those that stay', () => {
    const { live, a, b, x } = start();
    for (const node of [a, b, x]) live.add(node, node.conditional!);
    expect(live.moments(live.placesOf([a, b, x]))).toEqual([
      Float64Array.of(1, 3, 1, 3),
      Float64Array.of(4, 12, 4, 12, 12, 37, 12, 37, 4, 12, 5, 12.5, 12, 37, 12.5, 39),
    ]);
    live.drop([a]);
    expect(live.moments(live.placesOf([x, b]))).toEqual([
      Float64Array.of(1, 3, 3),
      Float64Array.of(5, 12.5, 12, 12.5, 39, 37, 12, 37, 37),
    ]);
  });

  it('takes fixed values for parents', () => {
    const { live, a, b } = start();
    live.fix(a, Float64Array.of(5));
    live.add(b, b.conditional!);
    expect(live.moments(live.placesOf([b]))).toEqual([Float64Array.of(15), Float64Array.of(1)]);
  });

  it('is conditioned on a vector with correlated noise at once', () => {
    const { live, a, b, x } = start();
    for (const node of [a, b]) live.add(node, node.conditional!);
    const log = live.observe(x, x.conditional!, Float64Array.of(1, 4));
    // x is normal with mean (1, 3) and covariance [[5, 12.5], [12.5, 39]], whose determinant is 38.75.
    expect(log).toBeCloseTo(-0.5 * (5 / 38.75 + Math.log(38.75) + 2 * Math.log(2 * Math.PI)), 12);
    const [mean, covariance] = live.moments(live.placesOf([a]));
    // Cov(a, x) times the inverse: [4, 12] · [[39, −12.5], [−12.5, 5]] / 38.75.
    expect(mean[0]).toBeCloseTo(1 + (4 * -12.5 + 12 * 5) / 38.75, 12);
    expect(covariance[0]).toBeCloseTo(4 - (4 * (4 * 39 - 12 * 12.5) + 12 * (4 * -12.5 + 12 * 5)) / 38.75, 12);
  });

  it('knows the noise between two coordinates', () => {
    const { x, b } = start();
    expect([noiseAt(x.conditional!, 0, 1), noiseAt(x.conditional!, 1, 1), noiseAt(b.conditional!, 0, 0)]).toEqual([
      0.5, 2, 1,
    ]);
  });
});

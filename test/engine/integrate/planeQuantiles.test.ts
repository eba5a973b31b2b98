import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { perCell } from '../../../src/engine/integrate/cellShape';
import { panelRule, perPanel } from '../../../src/engine/integrate/legendre';
import { planeQuantiles } from '../../../src/engine/integrate/planeQuantiles';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { normalQuantile } from '../../../src/engine/math/normalQuantile';
import { continuous, normal, posteriorOf } from '../queries/inquire';

/** Values and weights at the nodes of count² cells over [−9, 9]², for two independent standard normals; of one state. */
function onPlane(f: (s: number, t: number) => number, count = 16, share = 1) {
  const width = 18 / count;
  const node = (cell: number, i: number) => -9 + width * (cell + 0.5 * (1 + panelRule.nodes[i]!));
  const places = Array.from({ length: count ** 2 * perCell }, (_, n) => {
    const [cell, own] = [Math.floor(n / perCell), n % perCell];
    const [i, j] = [Math.floor(own / perPanel), own % perPanel];
    const [s, t] = [node(cell % count, i), node(Math.floor(cell / count), j)];
    const weight = 0.25 * width ** 2 * panelRule.weights[i]! * panelRule.weights[j]!;
    return { value: f(s, t), weight: share * weight * normal(s, 0, 1) * normal(t, 0, 1) };
  });
  return { values: places.map(({ value }) => value), weights: places.map(({ weight }) => weight) };
}

const quantilesOf = ({ values, weights }: ReturnType<typeof onPlane>) =>
  planeQuantiles(Float64Array.from(values), Float64Array.from(weights));

describe('quantiles on a plane', () => {
  it.each<[string, (s: number, t: number) => number, (u: number) => number]>([
    ['s', (s) => s, normalQuantile],
    ['s + 2 t', (s, t) => s + 2 * t, (u) => Math.sqrt(5) * normalQuantile(u)],
    ['exp (0.3 s − 0.4 t)', (s, t) => Math.exp(0.3 * s - 0.4 * t), (u) => Math.exp(0.5 * normalQuantile(u))],
    // s² + t² is exponential with mean 2: its level lines are closed, and it goes no one way in the middle.
    ['s² + t²', (s, t) => s * s + t * t, (u) => -2 * Math.log1p(-u)],
  ])('of %s have the digits of the nodes', (_, f, quantile) => {
    const { quantiles, error } = quantilesOf(onPlane(f));
    quantileLevels.forEach((level, i) => {
      const exact = quantile(level);
      expect(Math.abs(quantiles[i]! - exact)).toBeLessThan(1e-6 * Math.max(1, Math.abs(exact)));
    });
    expect(error).toBeLessThan(1e-3);
  });

  it.each([5, 8, 12, 18])('tell how far their probabilities are off, on %d² cells', (count) => {
    for (const k of [0.3, 0.9, 1.7]) {
      const { quantiles, error } = quantilesOf(onPlane((s, t) => s + k * t + 0.2 * Math.sin(s), count));
      // P(t ≤ (x − s − 0.2 sin s) / k) over s by an even rule.
      quantiles.forEach((x, i) => {
        let below = 0;
        for (let s = -9; s <= 9; s += 1 / 64) below += normal(s, 0, 1) * normalCdf((x - s - 0.2 * Math.sin(s)) / k);
        expect(Math.abs(below / 64 - quantileLevels[i]!)).toBeLessThan(error + 1e-9);
      });
    }
  });

  it('of several states are those of their mixture', () => {
    const [a, b] = [onPlane((s) => s, 16, 0.3), onPlane((s, t) => 4 + 0.3 * s + 0.4 * t, 16, 0.7)];
    const both = { values: [...a.values, ...b.values], weights: [...a.weights, ...b.weights] };
    quantilesOf(both).quantiles.forEach((x, i) => {
      expect(0.3 * normalCdf(x) + 0.7 * normalCdf((x - 4) / 0.5)).toBeCloseTo(quantileLevels[i]!, 8);
    });
  });

  it('of what is the same everywhere are that', () => {
    const { quantiles } = quantilesOf(onPlane(() => 3));
    for (const x of quantiles) expect(x).toBeCloseTo(3, 9);
  });
});

it('the coordinates of a posterior on a plane have the quantiles of their own lines', () => {
  const x = [-1.24, 1.92];
  const text = (size: string) => `latent z ~ Normal(0, 1)${size}\nobserved x | z ~ StudentT(3, z, 0.9)`;
  const both = continuous(posteriorOf(text('^2'), 'z', { x }));
  x.forEach((own, j) => {
    const alone = continuous(posteriorOf(text(''), 'z', { x: own }));
    expect(both.mean[j]!).toBeCloseTo(alone.mean[0]!, 7);
    alone.quantiles[0]!.forEach((quantile, i) => {
      expect(both.quantiles[j]![i]!).toBeCloseTo(quantile, 6);
    });
  });
});

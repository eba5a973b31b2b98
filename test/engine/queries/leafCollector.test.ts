import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { scopeOf } from '../../../src/engine/factors/tables/elementLaw';
import { normalQuantile } from '../../../src/engine/math/normalQuantile';
import { leafCollector } from '../../../src/engine/queries/leafCollector';
import { inquire, normal } from './inquire';

/** What is believed of x, with z at each of some values in a block of its own. */
function believed(text: string, z: readonly number[], weights: readonly number[], exact: boolean) {
  const { given, graph } = inquire(text);
  const collector = leafCollector(graph.byKey('x'), 1, exact, 0);
  z.forEach((value, i) => {
    const values = new Map([['z', { nodes: 1, size: 1, data: Float64Array.of(value) }]]);
    const scope = scopeOf(given, values);
    const logWeights = Float64Array.of(Math.log(weights[i]!) + 3000);
    collector.add({
      firstState: 0,
      states: 1,
      firstDraw: 0,
      draws: 1,
      values,
      scope,
      logWeights,
      logTerms: null,
      projectedMeans: null,
      outside: () => [],
    });
  });
  return collector.belief(Float64Array.from(weights));
}

describe('an element below all nodes', () => {
  const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 0.5)';

  it('is a mixture of its conditionals', () => {
    const belief = believed(text, [0, 3], [0.75, 0.25], true);
    if (belief.kind !== 'spread') throw new Error(belief.kind);
    expect(belief.mean[0]!).toBeCloseTo(0.75, 12);
    expect(belief.covariance[0]!).toBeCloseTo(0.25 + 0.75 * 0.25 * 9, 13);
    const { logs, smoothed } = belief.logDensity(0, Float64Array.of(1, 3));
    [1, 3].forEach((x, i) => {
      expect(logs[i]!).toBeCloseTo(Math.log(0.75 * normal(x, 0, 0.5) + 0.25 * normal(x, 3, 0.5)), 13);
    });
    expect(smoothed).toBe(false);
  });

  it('is drawn at each of many nodes, its moments still exact', () => {
    const nodes = Array.from({ length: 4000 }, () => 2);
    const belief = believed(
      text,
      nodes,
      nodes.map(() => 1 / 4000),
      false,
    );
    if (belief.kind !== 'spread') throw new Error(belief.kind);
    expect(belief.mean[0]!).toBeCloseTo(2, 9);
    expect(belief.covariance[0]!).toBeCloseTo(0.25, 12);
    quantileLevels.forEach((u, i) => {
      expect(Math.abs(belief.quantiles[0]![i]! - normalQuantile(u) / 2 - 2)).toBeLessThan(0.08);
    });
    expect(belief.logDensity(0, Float64Array.of(2)).smoothed).toBe(true);
  });

  it('has the probabilities of all its values, whatever the nodes', () => {
    const counts = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Binomial(2, sigmoid(z))';
    const belief = believed(counts, [0, Math.log(3)], [0.5, 0.5], true);
    if (belief.kind !== 'states') throw new Error(belief.kind);
    expect(Array.from(belief.values)).toEqual([0, 1, 2]);
    [0.5 * 0.25 + 0.5 / 16, 0.5 * 0.5 + (0.5 * 6) / 16, 0.5 * 0.25 + (0.5 * 9) / 16].forEach((p, i) => {
      expect(belief.probabilities[i]!).toBeCloseTo(p, 14);
    });
  });
});

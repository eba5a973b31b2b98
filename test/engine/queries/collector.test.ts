import { expect, it } from 'vitest';
import { scopeOf } from '../../../src/engine/factors/tables/elementLaw';
import { ValueCollector } from '../../../src/engine/queries/collector';
import { inquire } from './inquire';

it('ValueCollector gathers values over blocks, one for all nodes of a block or one each', () => {
  const { given, graph } = inquire(
    'latent z ~ Normal(0, 1)\nlatent k ~ Bernoulli(0.5)\nobserved x | z, k ~ Normal(z + k, 1)',
  );
  const [values, states] = [new ValueCollector(graph.byKey('z')), new ValueCollector(graph.byKey('k'))];
  for (const [z, k] of [
    [[1, 2], [1]],
    [[4], [0, 1]],
  ] as const) {
    const column = (data: readonly number[]) => ({ nodes: data.length, size: 1, data: Float64Array.from(data) });
    const own = new Map([
      ['z', column(z)],
      ['k', column(k)],
    ]);
    const block = {
      firstState: 0,
      states: 1,
      firstDraw: 0,
      draws: 2,
      values: own,
      scope: scopeOf(given, own),
      logWeights: new Float64Array(2),
      logTerms: null,
      projectedMeans: null,
      outside: () => [],
    };
    values.add(block);
    states.add(block);
  }
  const weights = Float64Array.of(0.5, 0.25, 0.125, 0.125);
  const spread = values.belief(weights);
  if (spread.kind !== 'spread') throw new Error(spread.kind);
  expect(spread.mean[0]!).toBeCloseTo(0.5 + 0.5 + 1, 12);
  const belief = states.belief(weights);
  if (belief.kind !== 'states') throw new Error(belief.kind);
  expect(Array.from(belief.values)).toEqual([0, 1]);
  expect(Array.from(belief.probabilities)).toEqual([0.125, 0.875]);
});

import { describe, expect, it } from 'vitest';
import { atNodes, leniencyOf, lenientShare } from '../../../src/engine/integrate/atNodes';
import { planMarginal } from '../../../src/engine/plan/planner';
import { Column } from '../../../src/engine/sampling/columns';
import { model } from '../models';
import { given } from '../plain';

function planOf(text: string) {
  const { numbers, graph } = given(model(text));
  return { numbers, plan: planMarginal(numbers, graph, graph.element('x', null)) };
}

const text = `
latent k        ~ Categorical([0.25, 0.75])
latent z | k    ~ Normal(10 * k, 1)
latent b | z    ~ Bernoulli(sigmoid(z - 15))
observed x | z, k, b ~ Normal(z + k + b, 1)`;

describe('atNodes', () => {
  it('gives every ancestor its value: joint states one after the other, the draws in each', () => {
    const { numbers, plan } = planOf(text);
    expect(plan.table.elements.map(({ key }) => key)).toEqual(['k', 'b']);
    const columns = [Column.fromNormals(Float64Array.of(-1, 1))];
    const block = { firstState: 1, states: 2, columns, draws: 2, logWeights: null, mass: null };
    atNodes(numbers, plan, block, ({ scope }, nodes, logWeights) => {
      const values = (key: string) => Array.from(scope.variable(key).data);
      expect(nodes).toBe(4);
      expect(values('k')).toEqual([1, 1, 2, 2]);
      expect(values('b')).toEqual([1, 1, 0, 0]);
      expect(values('z')).toEqual([9, 11, 19, 21]);
      const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
      [0.25 * sigmoid(-6), 0.25 * sigmoid(-4), 0.75 * sigmoid(-4), 0.75 * sigmoid(-6)].forEach((weight, n) => {
        expect(Math.exp(logWeights[n]!)).toBeCloseTo(weight, 6);
      });
    });
  });

  it('adds the weights of the draws', () => {
    const { numbers, plan } = planOf('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)');
    const columns = [Column.fromNormals(Float64Array.of(0, 1, 2))];
    const logWeights = Float64Array.of(-1, -2, -3);
    const block = { firstState: 0, states: 1, columns, draws: 3, logWeights, mass: null };
    atNodes(numbers, plan, block, (_, __, weights) => {
      expect(Array.from(weights)).toEqual([-1, -2, -3]);
    });
  });
});

it('leniency is for continuous variables only', () => {
  const block = { firstState: 0, states: 1, columns: [], draws: 1, logWeights: null, mass: 3 };
  const discrete = planOf('latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(k, 1)').plan;
  expect(leniencyOf(discrete, block, Float64Array.of(0))).toMatchObject({
    weights: Float64Array.of(1),
    mass: 3,
    share: 0,
  });
  expect(leniencyOf(planOf(text).plan, block, Float64Array.of(0)).share).toBe(lenientShare);
});

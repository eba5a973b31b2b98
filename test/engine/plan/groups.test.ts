import { expect, it } from 'vitest';
import { groupStates, shownLimit } from '../../../src/engine/plan/groups';
import { planMarginal } from '../../../src/engine/plan/planner';
import { model } from '../models';
import { given } from '../plain';

function groups(text: string) {
  const { numbers, graph } = given(model(text));
  return groupStates(planMarginal(numbers, graph, graph.element('x', null)));
}

it('are the joint states of the discrete parents, with their probabilities', () => {
  const made = groups('latent a ~ Bernoulli(0.25)\nlatent b ~ Bernoulli(0.5)\nobserved x | a, b ~ Normal(a + b, 1)');
  expect(made.total).toBe(4);
  expect(Array.from(made.slotOf)).toEqual([0, 1, 2, 3]);
  expect(made.shown.map(({ values, weight }) => [...values, Number(weight.toFixed(6))])).toEqual([
    [0, 0, 0.375],
    [0, 1, 0.375],
    [1, 0, 0.125],
    [1, 1, 0.125],
  ]);
});

it('are the heaviest where there are too many', () => {
  const weights = Array.from({ length: 300 }, (_, k) => (k === 250 ? 0.5 : 0.5 / 299));
  const made = groups(`latent z ~ Categorical([${weights.join(', ')}])\nobserved x | z ~ Normal(z, 1)`);
  expect(made.total).toBe(300);
  expect(made.shown.length).toBe(shownLimit);
  expect(made.shown[0]).toMatchObject({ values: [251], index: 250 });
  expect(made.slotOf[250]).toBe(0);
  expect(Array.from(made.slotOf).filter((slot) => slot < 0).length).toBe(100);
});

it('are none without discrete variables', () => {
  expect(groups('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)')).toMatchObject({ shown: [], total: 0 });
});

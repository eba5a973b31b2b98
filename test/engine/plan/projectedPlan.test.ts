import { describe, expect, it } from 'vitest';
import { projectedPlan } from '../../../src/engine/plan/projectedPlan';
import { plannedByNodes } from '../queries/plans';

type Values = Parameters<typeof plannedByNodes>[1];

function projected(text: string, values: Values, wanted: string | null = null) {
  const { given, graph, part, plan, known } = plannedByNodes(text, values, wanted === null ? [] : [wanted]);
  const made = projectedPlan(given, part, plan, known, wanted === null ? null : graph.byKey(wanted));
  return { plan, made };
}

describe('a projected plan', () => {
  it.each<[string, string, Values, number, number]>([
    ['the sum of a vector', 'latent z ~ Normal(0, 1)^8\nobserved x | z ~ Laplace(sum(z), 1)', { x: 0 }, 8, 1],
    [
      'a form and what is not Gaussian',
      'latent u ~ Gamma(1, 1)\nlatent z ~ Normal(0, 1)^8\nobserved x | z, u ~ Laplace(sum(z) + u, 1)',
      { x: 0 },
      9,
      2,
    ],
    [
      'two forms of three that depend on each other',
      'latent z ~ Normal(0, 1)^8\nobserved x | z ~ Laplace([z[1], z[2], z[1] - 2 * z[2]], 1)',
      { x: [0, 1, 2] },
      8,
      2,
    ],
    [
      'what is left once known values are taken in closed form',
      'latent z ~ Normal(0, 1)^3\nobserved y | z ~ Normal(2 * z, 0.1)\nobserved x | z ~ Laplace(z[2], 1)',
      { x: 0, y: [1, 2, 3] },
      3,
      1,
    ],
    [
      'a form for each joint state',
      'latent k ~ Bernoulli(0.5)\nlatent z | k ~ Normal(k, 1)^4\nobserved x | z, k ~ Laplace(case k { true: sum(z), false: z[2] }, 1)',
      { x: 0 },
      4,
      1,
    ],
    [
      'all points at once',
      'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Normal(sum(z), 1)\nobserved y | z ~ Laplace(2 * sum(z), 1)',
      { x: [0, 1, 2], y: 3 },
      3,
      1,
    ],
  ])('takes fewer numbers: %s', (_, text, values, before, after) => {
    const { plan, made } = projected(text, values);
    expect(plan.dimensions).toBe(before);
    expect(made!.dimensions).toBe(after);
    expect(made!.steps.some(({ element }) => element.key === 'z')).toBe(false);
  });

  it.each<[string, string, Values]>([
    ['one number is seen', 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace(z, 1)', { x: 0 }],
    ['every number is seen', 'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Laplace(sum(z * z), 1)', { x: 0 }],
    ['nothing is Gaussian', 'latent z ~ Laplace(0, 1)^3\nobserved x | z ~ Laplace(sum(z), 1)', { x: 0 }],
    [
      'the spread depends on another number',
      'latent s ~ Gamma(1, 1)\nlatent z | s ~ Normal(0, s)^3\nobserved x | z ~ Laplace(sum(z), 1)',
      { x: 0 },
    ],
  ])('is none where %s', (_, text, values) => {
    expect(projected(text, values).made).toBeNull();
  });

  it('tells of a wanted element that is Gaussian, in every joint state that is possible', () => {
    const text =
      'latent k ~ Bernoulli(0.5)\nlatent z | k ~ Normal(k, 1)^4\nobserved x | z, k ~ Laplace(case k { true: sum(z), false: z[2] }, 1)';
    const { made } = projected(text, { x: 0 }, 'z');
    const [off, on] = made!.projected!.states;
    // False: z[2] is the form itself; true: each shares a quarter of the sum's variance.
    expect(off!.wanted!.covariance[5]).toBeCloseTo(0, 12);
    expect(on!.wanted!.covariance[5]).toBeCloseTo(0.75, 12);
    expect(off!.wanted!.constant[0]).toBeCloseTo(0, 12);
    expect(on!.wanted!.constant[0]).toBeCloseTo(1, 12);
  });
});

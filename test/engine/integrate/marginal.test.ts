import { describe, expect, it } from 'vitest';
import { integrate } from '../../../src/engine/integrate/integrate';
import { type Estimate, sumOverStates, type Task } from '../../../src/engine/integrate/marginal';
import { groupStates } from '../../../src/engine/plan/groups';
import { planMarginal } from '../../../src/engine/plan/planner';
import { Base } from '../../../src/engine/sampling/base';
import { model } from '../models';
import { given } from '../plain';

function taskOf(text: string, values: readonly number[]): Task {
  const { numbers, graph } = given(model(text));
  const element = graph.element('x', null);
  const plan = planMarginal(numbers, graph, element);
  return {
    given: numbers,
    plan,
    target: { element, coordinate: null },
    points: {
      values: Float64Array.from(values),
      count: values.length,
      size: 1,
      even: new Int32Array(),
      pointWidth: null,
      grid: null,
      cost: values.length,
    },
    groups: groupStates(plan),
    base: new Base(),
    draws: 256,
    seed: 0,
  };
}

function run(steps: Generator<Estimate | null, void>) {
  const all = [...steps];
  return { pauses: all.filter((step) => step === null).length, last: all.filter((step) => step !== null).at(-1)! };
}

const normal = (x: number, mean: number, sd: number) =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));

describe('sumOverStates', () => {
  it('is the weighted sum of the conditionals', () => {
    const task = taskOf('latent k ~ Bernoulli(0.25)\nobserved x | k ~ Normal(3 * k, 0.5)', [-1, 0, 2.5]);
    const { last } = run(sumOverStates(task));
    [-1, 0, 2.5].forEach((x, i) => {
      expect(last.density[i]).toBeCloseTo(0.75 * normal(x, 0, 0.5) + 0.25 * normal(x, 3, 0.5), 6);
      expect(last.logDensity[i]).toBeCloseTo(Math.log(last.density[i]!), 9);
    });
    expect(last).toMatchObject({ standardError: null, relativeError: 0, nodes: 1, settled: true });
    expect(last.weights.map((weight) => Number(weight.toFixed(7)))).toEqual([0.75, 0.25]);
  });

  it('pauses between blocks of many states, with the same sum', () => {
    const points = Array.from({ length: 512 }, (_, i) => i / 10);
    const task = taskOf('latent k ~ DiscreteUniform(1, 40000)\nobserved x | k ~ Normal(k / 1000, 0.5)', points);
    const { last, pauses } = run(sumOverStates(task));
    expect(pauses).toBeGreaterThan(3);
    // In the middle it is the flat density of a uniform over [0, 40].
    expect(last.density[200]).toBeCloseTo(1 / 40, 6);
  });
});

describe('integrate', () => {
  it.each([
    ['observed x ~ Normal(0, 1)', 1],
    ['latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(k, 1)', 1],
    ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 1],
    ['latent z ~ Laplace(0, 1)\nobserved x | z ~ Normal(z, 1)', 257],
    ['latent z ~ Laplace(0, 1)^3\nobserved x | z ~ Normal(sum(z), 9)', 256],
  ])('computes %s as its plan says', (text, nodes) => {
    const { last } = run(integrate(taskOf(text, [0, 1])));
    expect(last.nodes).toBeGreaterThanOrEqual(nodes);
    expect(last.settled).toBe(true);
    expect(last.density.every((value) => value > 0)).toBe(true);
  });
});

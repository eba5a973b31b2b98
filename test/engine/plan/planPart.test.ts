import { describe, expect, it } from 'vitest';
import { type Known, knownAt } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { limitDimensions, planNodes, planPart } from '../../../src/engine/plan/planPart';
import { inquire } from '../queries/inquire';

function planned(text: string, values: Readonly<Record<string, readonly number[]>>, wanted: readonly string[] = []) {
  const { given, graph } = inquire(text);
  const known = new Map(
    Object.entries(values).map(([key, each]): [string, Known] => [
      key,
      knownAt(graph.byKey(key), Float64Array.from(each), each.length),
    ]),
  );
  const elements = [...Object.keys(values), ...wanted].map((key) => graph.byKey(key));
  const parts = partsOf(closureOf(graph, elements), known, null);
  const part = parts.find(({ free }) => free.length > 0)!;
  const set = new Set(wanted.map((key) => graph.byKey(key)));
  return { plan: planPart(given, part, known, set), nodes: planNodes(given, part, known, set) };
}

const keys = (elements: readonly { readonly key: string }[]) => elements.map(({ key }) => key);

describe('the plan of a part', () => {
  it('is a product of tables where all unknown elements are discrete', () => {
    const { plan } = planned('latent k ~ Bernoulli(0.3)\nobserved x | k ~ Normal(k, 1)', { x: [0, 1] });
    if (plan.kind !== 'discrete') throw new Error(plan.kind);
    expect(plan.factors.map((factor) => [factor.keys, factor.points])).toEqual([
      [['k'], 1],
      [['k'], 2],
    ]);
  });

  it('keeps the joint states that matter and takes the rest into their weights', () => {
    const text = `
latent a ~ Bernoulli(0.25)
latent k | a ~ Bernoulli(case a { true: 0.9, false: 0.2 })
observed s | k ~ Bernoulli(case k { true: 0.6, false: 0.1 })
latent z | k ~ Normal(k, 1)
observed x | z ~ Laplace(z, 1)`;
    const { plan } = planned(text, { s: [1], x: [0.5] });
    if (plan.kind !== 'nodes') throw new Error(plan.kind);
    expect(keys(plan.table.elements)).toEqual(['k']);
    expect(plan.steps.map(({ element, column }) => [element.key, column])).toEqual([
      ['z', 0],
      ['x', null],
    ]);
    const k = 0.25 * 0.9 + 0.75 * 0.2;
    const weights = Array.from(plan.table.weights, (weight) => weight * Math.exp(plan.logScale));
    expect(weights[0]!).toBeCloseTo((1 - k) * 0.1, 12);
    expect(weights[1]!).toBeCloseTo(k * 0.6, 12);
    expect(plan).toMatchObject({ dimensions: 1, drawn: 0, pointwise: false });
  });

  it('leaves to the end what differs between points', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Laplace(z, 1)\nobserved y | z, x ~ Normal(z + x, 1)';
    const { nodes } = planned(text, { x: [0, 1], y: [0.5] });
    expect(keys(nodes.late)).toEqual(['x', 'y']);
    expect(keys(nodes.steps.map(({ element }) => element))).toEqual(['z']);
    expect(nodes.pointwise).toBe(false);
  });

  it('sees where every point needs nodes of its own', () => {
    const { nodes } = planned(
      'observed a ~ Normal(0, 1)\nlatent z | a ~ Laplace(a, 1)\nobserved x | z ~ Normal(z, 1)',
      {
        a: [0, 1],
        x: [0, 1],
      },
    );
    expect(nodes.pointwise).toBe(true);
  });

  it('sums counts below continuous elements inside each node, with all around them', () => {
    const text = `
latent z ~ Normal(0, 1)
latent b | z ~ Bernoulli(sigmoid(z))
latent n | z ~ Poisson(exp(z))
observed x | b, n ~ Normal(b + n, 1)`;
    const { nodes } = planned(text, { x: [1] });
    expect(nodes.table.elements).toEqual([]);
    expect(keys([...nodes.inside!.elements])).toEqual(['b', 'n', 'x']);
    expect(nodes).toMatchObject({ dimensions: 1, drawn: 0 });
    // A few states may as well have a row each.
    const few = planned(text.replaceAll('n | z ~ Poisson(exp(z))', 'n | z ~ Bernoulli(0.5)'), { x: [1] });
    expect(few.nodes.inside).toBeNull();
    expect(keys(few.nodes.table.elements)).toEqual(['n', 'b']);
  });

  it('refuses what is too much', () => {
    const text = `
latent z[1] ~ Laplace(0, 1)^100
latent z[t] | z[t-1] ~ Laplace(z[t-1], 1) for t in 2..50
observed x | z[50] ~ Normal(sum(z[50]), 1)`;
    const { nodes } = planned(text, { x: [0] });
    expect(() => limitDimensions(nodes)).toThrow(/^That takes an integral over 5,000 numbers/);
  });
});

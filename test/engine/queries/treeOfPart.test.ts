import { describe, expect, it } from 'vitest';
import { knownOf } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { treeOfPart } from '../../../src/engine/queries/treeOfPart';
import { inquire, logNormal, seen } from './inquire';

function treeOf(text: string, values: Readonly<Record<string, number>>) {
  const inquiry = inquire(text);
  const known = new Map(knownOf(inquiry.graph, seen(values)).map((each) => [each.element.key, each]));
  const closure = closureOf(
    inquiry.graph,
    Array.from(known.values(), ({ element }) => element),
  );
  const part = partsOf(closure, known, null).find(({ free }) => free.length > 0)!;
  return treeOfPart(inquiry.given, part, known);
}

const chain = `latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(sin(z[t-1]), 0.3) for t in 2..4
observed x[t] | z[t] ~ Normal(exp(z[t]), 0.5) for t in 1..4`;

describe('a part as a tree', () => {
  it('is a chain where each number depends on the one before', () => {
    const { tree, numbers } = treeOf(chain, { 'x[1]': 1, 'x[4]': 2 })!;
    expect(numbers.map(({ key }) => key)).toEqual(['z[1]', 'z[2]', 'z[3]', 'z[4]']);
    expect(tree.vertices.map(({ parent }) => parent)).toEqual([-1, 0, 1, 2]);
    const at = Float64Array.of(0.2, -0.7);
    expect([...tree.vertices[0]!.logLikelihood(0, at)]).toEqual(
      [...at].map((z) => expect.closeTo(logNormal(1, Math.exp(z), 0.5), 12)),
    );
    expect([...tree.vertices[1]!.logLikelihood(0, at)]).toEqual([0, 0]);
    expect(tree.vertices[2]!.kernel(0, at).location[1]).toBeCloseTo(Math.sin(-0.7), 12);
  });

  it('may run from the end to the beginning', () => {
    const { tree, numbers } = treeOf(
      'latent z[3] ~ Normal(0, 1)\nlatent z[t] | z[t+1] ~ Normal(z[t+1]^2, 1) for t in 1..2\nobserved x | z[1] ~ Normal(z[1], 1)',
      { x: 1 },
    )!;
    expect(numbers.map(({ key }) => key)).toEqual(['z[3]', 'z[2]', 'z[1]']);
    expect(tree.vertices.map(({ parent }) => parent)).toEqual([-1, 0, 1]);
  });

  it('may have numbers with several below them', () => {
    const { tree } = treeOf(
      'latent m ~ Normal(0, 1)\nlatent z[t] | m ~ Normal(sin(m), 1) for t in 1..3\nobserved x[t] | z[t] ~ Normal(z[t]^2, 1) for t in 1..3',
      { 'x[1]': 1, 'x[2]': 0.3, 'x[3]': 2 },
    )!;
    expect(tree.vertices.map(({ parent }) => parent)).toEqual([-1, 0, 0, 0]);
  });

  it('is none where something depends on two numbers, or one is a vector or a function of others', () => {
    expect(treeOf(`${chain}\nobserved y | z[1], z[3] ~ Normal(z[1] * z[3], 1)`, { y: 1 })).toBe(null);
    expect(treeOf('latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(sum(z), 1)', { x: 1 })).toBe(null);
    expect(treeOf('latent z ~ Normal(0, 1)\nlatent y | z ~ Dirac(z^2)\nobserved x | y ~ Normal(y, 1)', { x: 1 })).toBe(
      null,
    );
  });
});

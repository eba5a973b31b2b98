import { expect, it } from 'vitest';
import { knownOf } from '../../../src/engine/factors/tables/known';
import { closureOf, partsOf } from '../../../src/engine/plan/parts';
import { treeOfPart } from '../../../src/engine/queries/treeOfPart';
import { inquire, seen } from './inquire';

/** The switches of the only part of a model given all of x. */
function switches(text: string, count: number) {
  const inquiry = inquire(text);
  const evidence = seen(Object.fromEntries(Array.from({ length: count }, (_, t) => [`x[${t + 1}]`, 0.3 * t])));
  const known = new Map(knownOf(inquiry.graph, evidence).map((each) => [each.element.key, each]));
  const closure = closureOf(
    inquiry.graph,
    Array.from(known.values(), ({ element }) => element),
  );
  const part = partsOf(closure, known, null).find(({ free }) => free.length > 0)!;
  return treeOfPart(inquiry.given, part, known)?.switches ?? null;
}

const names = (found: ReturnType<typeof switches>) =>
  found!.at.map((elements) => elements.map(({ key }) => key).sort());

it('a chain of switches goes along step by step', () => {
  const found = switches(
    `latent s[1] ~ Bernoulli(0.3)
latent s[t] | s[t-1] ~ Bernoulli(case s[t-1] { true: 0.9, false: 0.2 }) for t in 2..4
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1], s[t] ~ Normal(case s[t] { true: 0.9 * z[t-1], false: -z[t-1] }, 0.5) for t in 2..4
observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..4`,
    4,
  );
  expect(names(found)).toEqual([['s[1]'], ['s[2]'], ['s[3]'], ['s[4]']]);
  expect(found!.countAt(2)).toBe(2);
  expect(found!.placed[2]!.between.map(({ key }) => key)).toEqual(['s[3]']);
  expect(found!.placed[2]!.within.map(({ key }) => key)).toEqual(['x[3]']);
});

it('one switch for all steps is carried along the whole chain', () => {
  const found = switches(
    `latent k ~ Categorical([0.2, 0.3, 0.5])
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(z[t-1], 0.5) for t in 2..3
observed x[t] | z[t], k ~ Normal(z[t], [0.1, 1, 2][k]) for t in 1..3`,
    3,
  );
  expect(names(found)).toEqual([['k'], ['k'], ['k']]);
  expect(found!.together(0, 1, found!.valuesAt(1, 1))).not.toBe(null);
  expect(found!.together(0, 1, found!.valuesAt(1, 2))).toBe(null);
});

it('a switch that depends on the number before lies between the two', () => {
  const found = switches(
    `latent z[1] ~ Normal(0, 1)
latent s[t] | z[t-1] ~ Bernoulli(1 / (1 + exp(-z[t-1]))) for t in 2..3
latent z[t] | z[t-1], s[t] ~ Normal(case s[t] { true: 0.9 * z[t-1], false: -z[t-1] }, 0.5) for t in 2..3
observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..3`,
    3,
  );
  expect(names(found)).toEqual([[], ['s[2]'], ['s[3]']]);
  expect(found!.placed[1]!.between.map(({ key }) => key)).toEqual(['s[2]']);
});

it('too many states at one step are none', () => {
  const found = switches(
    `latent k ~ Categorical([${Array.from({ length: 80 }, () => 1 / 80).join(', ')}])
latent z[1] ~ Normal(0, 1)
latent z[t] | z[t-1] ~ Normal(z[t-1], 0.5) for t in 2..3
observed x[t] | z[t], k ~ Normal(z[t] + k, 1) for t in 1..3`,
    3,
  );
  expect(found).toBe(null);
});

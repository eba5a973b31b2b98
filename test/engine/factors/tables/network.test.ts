import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../src/engine/api/query';
import { discreteNetwork } from '../../../../src/engine/factors/tables/network';
import type { Element } from '../../../../src/engine/plan/graph';
import { closureOf, elements, evidenceOf, type Question, question } from './questions';

const networkOf = (asked: Question, targets: readonly Element[], evidence: Evidence) =>
  discreteNetwork(asked.given, closureOf(asked, targets, evidence), evidence);

const text = `
  latent   z     ~ Categorical([0.25, 0.75])
  latent   n | z ~ Poisson(z)
  observed x | z ~ Normal([0, 100][z], 1)
  observed k | z ~ Categorical([[0.5, 0.5], [0, 1]][z])`;

function network(targets: string[], evidence: Readonly<Record<string, number>>) {
  const asked = question(text);
  const made = networkOf(asked, elements(asked.graph, ...targets), evidenceOf(evidence));
  if (made.kind !== 'network') throw new Error(made.kind);
  return made;
}

describe('a question as a product of factors', () => {
  it('has a table for every unobserved variable, and none of what it does not depend on', () => {
    const { factors, states, truncated } = network(['z'], {});
    expect(factors).toEqual([{ keys: ['z'], sizes: [2], values: Float64Array.of(0.25, 0.75), logScale: 0 }]);
    expect(Array.from(states, ([key, { count }]) => [key, count])).toEqual([['z', 2]]);
    expect(truncated).toEqual([]);
    expect(network(['n'], {}).truncated).toEqual(['n']);
  });

  it('has the likelihood of its parents for every observed one, scaled by its largest', () => {
    const { factors, states } = network(['z'], { k: 1 });
    expect(factors[1]).toEqual({ keys: ['z'], sizes: [2], values: Float64Array.of(1, 0), logScale: Math.log(0.5) });
    expect(states.get('k')!.count).toBe(1);
    expect(Array.from(states.get('k')!.values)).toEqual([1]);
  });

  it('keeps the logarithms of likelihoods that a double cannot hold', () => {
    const factor = network(['z'], { x: 0 }).factors[1]!;
    expect(Array.from(factor.values)).toEqual([1, 0]);
    expect(Array.from(factor.logValues!)).toEqual([0, -5000]);
    expect(network(['z'], { x: 50 }).factors[1]!.logValues).toBeUndefined();
  });

  it('of a part takes what is known outside of it for its value', () => {
    const asked = question(
      'latent z ~ Bernoulli(0.5)\nlatent w | z ~ Bernoulli([0.2, 0.4][z + 1])\nobserved x | w ~ Normal(w, 1)',
    );
    const made = discreteNetwork(asked.given, elements(asked.graph, 'w'), evidenceOf({ z: 1 }));
    expect(made).toMatchObject({
      factors: [{ keys: ['z', 'w'], sizes: [1, 2], values: Float64Array.of(0.6, 0.4) }],
      states: new Map([
        ['z', { count: 1 }],
        ['w', { count: 2 }],
      ]),
    });
  });

  it('names values that are impossible by themselves', () => {
    expect(network(['z'], { k: 3 }).impossible.map(({ key }) => key)).toEqual(['k']);
    expect(network(['z'], { k: 1, x: 0 }).impossible).toEqual([]);
  });

  it('is none with an unobserved variable that is continuous or has too many values', () => {
    const asked = question(text);
    expect(networkOf(asked, elements(asked.graph, 'x'), new Map())).toEqual({
      kind: 'not-enumerable',
      variable: 'x',
    });
    const wide = question('latent n ~ Geometric(0.00001)\nobserved x | n ~ Normal(n, 1)');
    expect(networkOf(wide, [], evidenceOf({ x: 3 }))).toEqual({ kind: 'not-enumerable', variable: 'n' });
  });

  it('is refused with its numbers where the parents of a variable have too many joint states', () => {
    const names = Array.from({ length: 24 }, (_, i) => `z${i}`);
    const wide = question(`
      ${names.map((name) => `latent ${name} ~ Bernoulli(0.5)`).join('\n')}
      latent s | ${names.join(', ')} ~ Bernoulli((${names.join(' + ')}) / 24)
      observed x | s ~ Normal(s, 1)`);
    expect(networkOf(wide, [], evidenceOf({ x: 3 }))).toEqual({
      kind: 'too-large',
      variables: names,
      states: 2 ** 24,
      limit: 2 ** 22,
    });
  });
});

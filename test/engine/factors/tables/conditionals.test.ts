import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../../src/engine/api/unanswerable';
import { Conditionals, conditionalsFor } from '../../../../src/engine/factors/tables/conditionals';
import { elements, question } from './questions';

const chain = `
  latent   z[1]          ~ Categorical([0.25, 0.75])
  latent   z[t] | z[t-1] ~ Categorical([[0.1, 0.9], [0.6, 0.4]][z[t-1]]) for t in 2..5
  observed x[t] | z[t]   ~ StudentT(3, [0, 2][z[t]], 1) for t in 1..5`;

describe('conditional tables', () => {
  it('are made once for all elements of a chain', () => {
    const { given, graph } = question(chain);
    const conditionals = new Conditionals(given);
    const [z1, z2, z3] = elements(graph, 'z[1]', 'z[2]', 'z[3]');
    const first = conditionals.table(z1!, [])!;
    const second = conditionals.table(z2!, [first.states])!;
    expect(Array.from(second.values)).toEqual([0.1, 0.9, 0.6, 0.4]);
    expect(conditionals.table(z3!, [second.states])).toBe(second);
    // Equal states are one, wherever they come from.
    expect(second.states).toBe(first.states);
  });

  it('are kept with the numbers that they were made from', () => {
    const { given } = question(chain);
    expect(conditionalsFor(given)).toBe(conditionalsFor(given));
    expect(conditionalsFor({ ...given })).not.toBe(conditionalsFor(given));
  });

  it('have rows that sum to 1 for all rounding', () => {
    const { given, graph } = question(
      'latent z ~ Categorical([0.333333, 0.333333, 0.333333])\nobserved x ~ Normal(0, 1)',
    );
    const table = new Conditionals(given).table(graph.element('z', null), [])!;
    expect(table.values.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 15);
  });

  it('are evaluated for every family', () => {
    const { given, graph } = question('latent n ~ BetaBinomial(2, 1, 1)\nobserved x ~ Normal(0, 1)');
    const table = new Conditionals(given).table(graph.element('n', null), [])!;
    expect(Array.from(table.states.values)).toEqual([0, 1, 2]);
    for (const p of table.values) expect(p).toBeCloseTo(1 / 3, 14);
  });

  it('are none where they would be too large', () => {
    const { given, graph } = question('latent n ~ Geometric(0.00001)\nobserved x ~ Normal(0, 1)');
    expect(new Conditionals(given).table(graph.element('n', null), [])).toBeNull();
  });

  it('refuse parameters outside of their domain in the words of the check', () => {
    const { given, graph } = question(
      'latent z ~ Categorical([0.5, 0.5])\nlatent w | z ~ Bernoulli(0.7 * z)\nobserved x ~ Normal(0, 1)',
    );
    const conditionals = new Conditionals(given);
    const z = conditionals.table(graph.element('z', null), [])!;
    expect(() => conditionals.table(graph.element('w', null), [z.states])).toThrow(Unanswerable);
    expect(() => conditionals.table(graph.element('w', null), [z.states])).toThrow(
      'The p of w is 1.4; it must be between 0 and 1.',
    );
  });
});

describe('likelihoods', () => {
  it('of a family are evaluated together, and each is its own', () => {
    const { given, graph } = question(chain);
    const conditionals = new Conditionals(given);
    const { states } = conditionals.table(graph.element('z', 1), [])!;
    const made = conditionals.logLikelihoods(
      elements(graph, 'x[1]', 'x[2]', 'x[3]'),
      [[states], [states], [states]],
      [Float64Array.of(0), Float64Array.of(2), Float64Array.of(5)],
    );
    const log = (y: number) => Math.log(2 / (Math.PI * Math.sqrt(3))) - 2 * Math.log1p((y * y) / 3);
    [
      [0, -2],
      [2, 0],
      [5, 3],
    ].forEach((differences, i) => {
      differences.forEach((y, s) => {
        expect(made[i]![s]).toBeCloseTo(log(y), 5);
      });
    });
  });

  it('take the value of an observed parent', () => {
    const { given, graph } = question('observed y ~ Normal(0, 1)\nobserved x | y ~ Normal(2 * y, 1)');
    const conditionals = new Conditionals(given);
    const y = conditionals.observed(Float64Array.of(1.5));
    expect(conditionals.observed(Float64Array.of(1.5))).toBe(y);
    const [logs] = conditionals.logLikelihoods([graph.element('x', null)], [[y]], [Float64Array.of(3)]);
    expect(logs![0]).toBeCloseTo(-0.5 * Math.log(2 * Math.PI), 14);
  });
});

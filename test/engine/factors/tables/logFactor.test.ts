import { describe, expect, it } from 'vitest';
import type { States } from '../../../../src/engine/evaluate/laws/discreteStates';
import { knownAt } from '../../../../src/engine/factors/tables/known';
import { freeFactor, knownFactor } from '../../../../src/engine/factors/tables/logFactor';
import { inquire, logNormal } from '../../queries/inquire';

const { given, graph } = inquire(`
network f(a) = a -> dense(3, tanh) -> dense(1)
observed a ~ Normal(0, 1)
latent k | a ~ Categorical([0.5 - 0.4 * tanh(a), 0.5 + 0.4 * tanh(a)])
latent n | k ~ Poisson(k)
observed x | k, a ~ Normal(3 * k + a, 0.5)
observed y | k, a ~ Normal(k + f(a), 0.5)
latent b | a ~ Bernoulli(sigmoid(f(a)))
observed w | b ~ Normal(b, 1)`);
const two: States = { count: 2, values: Float64Array.of(1, 2), truncated: false };
const knownAll = (values: Readonly<Record<string, readonly number[]>>) =>
  new Map(
    Object.entries(values).map(([key, each]) => [key, knownAt(graph.byKey(key), Float64Array.from(each), each.length)]),
  );

describe('the factor of a known element', () => {
  it('is over its unknown parents, for every point', () => {
    const known = knownAll({ x: [1, 5], a: [0.5] });
    const factor = knownFactor(given, graph.byKey('x'), known, new Map([['k', two]]))!;
    expect(factor).toMatchObject({ keys: ['k'], sizes: [2], points: 2 });
    [logNormal(1, 3.5, 0.5), logNormal(1, 6.5, 0.5), logNormal(5, 3.5, 0.5), logNormal(5, 6.5, 0.5)].forEach(
      (log, i) => {
        expect(factor.values[i]!).toBeCloseTo(log, 12);
      },
    );
  });

  it('takes points of its parents too', () => {
    const known = knownAll({ x: [1], a: [0, -2] });
    const { values } = knownFactor(given, graph.byKey('x'), known, new Map([['k', two]]))!;
    [logNormal(1, 3, 0.5), logNormal(1, 6, 0.5), logNormal(1, 1, 0.5), logNormal(1, 4, 0.5)].forEach((log, i) => {
      expect(values[i]!).toBeCloseTo(log, 12);
    });
  });

  it('goes through networks', () => {
    const known = knownAll({ y: [1, 2], a: [0.3, 0.3] });
    const { values, points } = knownFactor(given, graph.byKey('y'), known, new Map([['k', two]]))!;
    expect(points).toBe(2);
    // y = 2 with k = 2 is as y = 1 with k = 1.
    expect(values[3]!).toBeCloseTo(values[0]!, 5);
  });
});

describe('the factor of an unknown element', () => {
  it('is over its own states and those of its parents, for every point', () => {
    const known = knownAll({ a: [0, 1] });
    const { states, factor } = freeFactor(given, graph.byKey('k'), known, new Map(), false)!;
    expect(Array.from(states.values)).toEqual([1, 2]);
    expect(factor).toMatchObject({ keys: ['k'], sizes: [2], points: 2 });
    const high = 0.5 + 0.4 * Math.tanh(1);
    [0.5, 0.5, 1 - high, high].forEach((p, i) => {
      expect(Math.exp(factor.values[i]!)).toBeCloseTo(p, 12);
    });
  });

  it('goes on beyond the likely values where evidence may lie there', () => {
    const near = freeFactor(given, graph.byKey('n'), new Map(), new Map([['k', two]]), false)!;
    const far = freeFactor(given, graph.byKey('n'), new Map(), new Map([['k', two]]), true)!;
    expect(near.states.count).toBeLessThan(40);
    expect(far.states.count).toBeGreaterThan(100);
    const at = (made: typeof far, k: number, n: number) => Math.exp(made.factor.values[k * made.states.count + n]!);
    expect(at(far, 1, 3)).toBeCloseTo((Math.exp(-2) * 8) / 6, 12);
    expect(at(near, 1, 3)).toBeCloseTo(at(far, 1, 3), 9);
  });

  it('goes through networks', () => {
    const { factor } = freeFactor(given, graph.byKey('b'), knownAll({ a: [0.2, -3] }), new Map(), false)!;
    expect(factor.points).toBe(2);
    for (const p of [0, 1])
      expect(Math.exp(factor.values[2 * p]!) + Math.exp(factor.values[2 * p + 1]!)).toBeCloseTo(1, 9);
    expect(factor.values[0]).not.toBe(factor.values[2]);
  });
});

import { describe, expect, it } from 'vitest';
import { Scope } from '../../../../src/engine/evaluate/expression';
import {
  lawOf,
  logAtNodes,
  logLikelihood,
  logMassesAt,
  massesAt,
  nodesOf,
  statesOf,
} from '../../../../src/engine/evaluate/laws/law';
import { noLoops } from '../../../../src/model/loops';
import { elements, question } from '../../factors/tables/questions';

/** The law of x with z at 1 and 2. */
function made(distribution: string, ...at: number[]) {
  const { given, graph } = question(`
    latent z ~ Categorical([0.5, 0.5])
    latent x | z ~ ${distribution}
    observed other ~ Normal(0, 1)`);
  const [x] = elements(graph, 'x');
  const z = { nodes: 2, size: 1, data: Float64Array.from(at.length > 0 ? at : [1, 2]) };
  return lawOf(x!.distribution, new Scope(given, new Map(), new Map([['z', z]])), noLoops);
}

const plain = (values: Float64Array) => Array.from(values);

describe('a law in double precision', () => {
  it('gives masses as they are written', () => {
    const x = made('Categorical([[0.1, 0.2, 0.7], [0.3, 0.3, 0.4]][z])');
    expect(nodesOf(x)).toBe(2);
    expect(plain(statesOf(x)!.values)).toEqual([1, 2, 3]);
    expect(plain(massesAt(x, 0, Float64Array.of(1, 2, 3)))).toEqual([0.1, 0.2, 0.7]);
    expect(plain(massesAt(x, 1, Float64Array.of(3, 4)))).toEqual([0.4, 0]);
    expect(plain(logMassesAt(x, 1, Float64Array.of(3, 4)))).toEqual([Math.log(0.4), Number.NEGATIVE_INFINITY]);
  });

  it('has its likelihood at every node, be it the same', () => {
    const x = made('Normal([0, 3][z], 2)');
    const log = (y: number) => -0.5 * (y / 2) ** 2 - Math.log(2) - 0.5 * Math.log(2 * Math.PI);
    const logs = logLikelihood(x, Float64Array.of(1), 2);
    expect(logs[0]).toBeCloseTo(log(1), 14);
    expect(logs[1]).toBeCloseTo(log(-2), 14);
    const same = logLikelihood(made('Normal(0 * z, 2)'), Float64Array.of(1), 2);
    expect(plain(same)).toEqual([logs[0], logs[0]]);
  });

  it('multiplies independent coordinates', () => {
    const x = made('Bernoulli([0.1 * z, 0.5])');
    expect(plain(statesOf(x)!.values)).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
    const masses = massesAt(x, 1, statesOf(x)!.values);
    [0.4, 0.4, 0.1, 0.1].forEach((p, s) => {
      expect(masses[s]).toBeCloseTo(p, 15);
    });
  });

  it('repeats itself in copies', () => {
    const x = made('Categorical([0.2, 0.8])^2');
    const masses = massesAt(x, 0, statesOf(x)!.values);
    [0.04, 0.16, 0.16, 0.64].forEach((p, s) => {
      expect(masses[s]).toBeCloseTo(p, 15);
    });
  });

  it('follows the rows of a table', () => {
    const x = made('case z { 1: Binomial(2, 0.5), 2: Poisson(0.1) }');
    expect(plain(massesAt(x, 0, Float64Array.of(0, 1, 3)))).toEqual([
      expect.closeTo(0.25, 14),
      expect.closeTo(0.5, 14),
      0,
    ]);
    expect(massesAt(x, 1, Float64Array.of(0))[0]).toBeCloseTo(Math.exp(-0.1), 14);
    expect(statesOf(x)!.truncated).toBe(true);
    expect(statesOf(x, 1)!.count).toBeGreaterThan(statesOf(x)!.count);
  });

  it('of a function of its parents has the values that occur', () => {
    const x = made('Dirac([z, -z, 3])');
    expect(plain(statesOf(x)!.values)).toEqual([1, -1, 3, 2, -2, 3]);
    expect(plain(massesAt(x, 1, statesOf(x)!.values))).toEqual([0, 1]);
    const rows = made('case z { 1: Dirac(0.5), 2: Dirac(-z) }');
    expect(plain(statesOf(rows)!.values)).toEqual([-2, 0.5]);
  });

  it('of vectors goes by all of a vector, copy by copy', () => {
    const x = made('MultivariateNormal([z, 0], [[1, 0.5], [0.5, 1]])^2');
    const one = made('MultivariateNormal([z, 0], [[1, 0.5], [0.5, 1]])');
    const log = (n: number, point: number[]) => logMassesAt(one, n, Float64Array.from(point))[0]!;
    // −log 2π − ½ log det − ½ (d² − 2ρ d e + e²)/(1 − ρ²)
    expect(log(0, [1, 2])).toBeCloseTo(-Math.log(2 * Math.PI) - 0.5 * Math.log(0.75) - 0.5 * (4 / 0.75), 13);
    expect(logMassesAt(x, 1, Float64Array.of(1, 2, 0, 3))[0]).toBeCloseTo(log(1, [1, 2]) + log(1, [0, 3]), 13);
    expect(statesOf(x)).toBeNull();
    expect(logMassesAt(made('Dirichlet([z, 1, 1])'), 1, Float64Array.of(0.5, 0.25, 0.25))[0]).toBeCloseTo(
      Math.log(6 * 0.5),
      13,
    );
  });

  it('has its log density at a value of each node', () => {
    const x = made('Normal(z, 2)');
    const log = (y: number) => -0.5 * (y / 2) ** 2 - Math.log(2) - 0.5 * Math.log(2 * Math.PI);
    const at = (nodes: number, ...data: number[]) =>
      plain(logAtNodes(x, { nodes, size: 1, data: Float64Array.from(data) }, 2));
    [at(2, 3, 5), at(1, 3)].forEach(([first, second], i) => {
      expect(first).toBeCloseTo(log(2), 14);
      expect(second).toBeCloseTo(log(i === 0 ? 3 : 1), 14);
    });
    const same = made('Normal(1 + 0 * 3, 2)');
    expect(plain(logAtNodes(same, { nodes: 2, size: 1, data: Float64Array.of(1, 3) }, 2))).toEqual([log(0), log(2)]);
  });

  it('refuses a case without a row for what occurs', () => {
    expect(() => made('case z { 1: Bernoulli(0.5), 2: Bernoulli(0.2) }', 1, 3)).toThrow(/no row/);
  });
});

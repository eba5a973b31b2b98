import { describe, expect, it } from 'vitest';
import { noLoops } from '../../../src/model/loops';
import { DoubleScope } from '../../../webview/engine/discrete/doubleExpression';
import {
  doubleLaw,
  isDoubleDistribution,
  logLikelihood,
  logMassesAt,
  massesAt,
  nodesOf,
  statesOfDoubles,
} from '../../../webview/engine/discrete/doubleLaw';
import { elements, question } from './questions';

/** The law of x with z at 1 and 2. */
function law(distribution: string, role = 'latent') {
  const { given, graph } = question(`
    latent z ~ Categorical([0.5, 0.5])
    ${role} x | z ~ ${distribution}
    observed other ~ Normal(0, 1)`);
  const [x] = elements(graph, 'x');
  if (!isDoubleDistribution(x!.distribution, given.program)) return 'in single precision';
  const z = { nodes: 2, size: 1, data: Float64Array.of(1, 2) };
  return doubleLaw(
    x!.distribution,
    new DoubleScope(given.program, given.numbers, new Map(), new Map([['z', z]])),
    noLoops,
  );
}

function made(distribution: string) {
  const result = law(distribution);
  if (result === null || result === 'in single precision') throw new Error(String(result));
  return result;
}

const plain = (values: Float64Array) => Array.from(values);

describe('a law in double precision', () => {
  it('gives masses as they are written', () => {
    const x = made('Categorical([[0.1, 0.2, 0.7], [0.3, 0.3, 0.4]][z])');
    expect(nodesOf(x)).toBe(2);
    expect(plain(statesOfDoubles(x)!.values)).toEqual([1, 2, 3]);
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
    expect(plain(statesOfDoubles(x)!.values)).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
    const masses = massesAt(x, 1, statesOfDoubles(x)!.values);
    [0.4, 0.4, 0.1, 0.1].forEach((p, s) => {
      expect(masses[s]).toBeCloseTo(p, 15);
    });
  });

  it('repeats itself in copies', () => {
    const x = made('Categorical([0.2, 0.8])^2');
    const masses = massesAt(x, 0, statesOfDoubles(x)!.values);
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
    expect(statesOfDoubles(x)!.truncated).toBe(true);
    expect(statesOfDoubles(x, 1)!.count).toBeGreaterThan(statesOfDoubles(x)!.count);
  });

  it('of a function of its parents has the values that occur', () => {
    const x = made('Dirac([z, -z, 3])');
    expect(plain(statesOfDoubles(x)!.values)).toEqual([1, -1, 3, 2, -2, 3]);
    expect(plain(massesAt(x, 1, statesOfDoubles(x)!.values))).toEqual([0, 1]);
    const rows = made('case z { 1: Dirac(0.5), 2: Dirac(-z) }');
    expect(plain(statesOfDoubles(rows)!.values)).toEqual([-2, 0.5]);
  });

  it('is none where a parameter is out of its domain, or of the domain in single precision', () => {
    expect(law('Bernoulli(z - 0.5)')).toBeNull();
    expect(law('Categorical([0.2 * z, 0.5])')).toBeNull();
    expect(law('Poisson(1e-60 * z)')).toBeNull();
    expect(law('DiscreteUniform(3, 2 * z)')).toBeNull();
    expect(law('case z { 1: Bernoulli(0.5), 2: Bernoulli(z) }')).toBeNull();
  });

  it('is left to single precision where the family needs it', () => {
    expect(law('Gamma(2, z)')).toBe('in single precision');
    expect(law('VonMises(z, 1)')).toBe('in single precision');
  });
});

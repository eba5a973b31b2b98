import { describe, expect, it } from 'vitest';
import { checkLaw, strict } from '../../../../src/engine/evaluate/laws/checkLaw';
import type { Faults } from '../../../../src/engine/evaluate/numbers';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { inquire } from '../../queries/inquire';

/** Checks the law of x with z at some values; of many of them a share may be wrong. */
function check(distribution: string, z: readonly number[], share = 0): Faults {
  const { given, graph } = inquire(`latent z ~ Normal(0, 1)\nobserved x | z ~ ${distribution}`);
  const values = new Map([['z', { nodes: z.length, size: 1, data: Float64Array.from(z) }]]);
  const faults: Faults = new Map();
  checkLaw(lawOfElement(given, graph.byKey('x'), values), 'x', faults, { ...strict, share });
  return faults;
}

describe('parameters', () => {
  it('may be as small and as large as a double', () => {
    expect(check('Normal(0, 1e-300 * exp(z))', [0, 1]).size).toBe(0);
    expect(check('Normal(1e300 * z, 1)', [0, 1]).size).toBe(0);
  });

  it.each([
    ['Normal(0, z)', 'The sd of x is -1; it must be positive.'],
    ['Normal(0, sqrt(z))', 'The sd of x is not a number; it must be positive.'],
    ['Normal(exp(-1e4 * z), 1)', 'The mean of x is infinite; it must be a finite number.'],
    ['Poisson(exp(1e4 * z))', 'The rate of x is 0; it must be positive.'],
    ['Bernoulli(z)', 'The p of x is -1; it must be between 0 and 1.'],
    ['Uniform(0, z)', 'The low of x is 0; it must be below its high.'],
    ['Categorical([0.5, 0.25 * square(z)])', 'The probabilities of x sum to 0.75; they must sum to 1.'],
  ])('of %s are refused, by name', (distribution, message) => {
    expect(() => check(distribution, [-1])).toThrow(message);
  });

  it('that a few nodes break are told of', () => {
    const z = Array.from({ length: 200 }, (_, i) => (i === 7 ? -1 : 1));
    expect(Array.from(check('Normal(0, z)', z, 0.01))).toEqual([['The sd of x is -1; it must be positive.', 0.005]]);
    expect(() => check('Normal(0, z)', z, 0.001)).toThrow('The sd of x is -1');
  });

  it('that leave the range of a double at far nodes are no fault: the density has a limit there', () => {
    expect(check('Normal(0, exp(z))', [-1e3, 0, 1e3], 0.01).size).toBe(0);
    expect(check('NegativeBinomial(3, sigmoid(z))', [-1e3, 0, 1e3], 0.01).size).toBe(0);
    // But where there is nothing but discrete states, they are the model's.
    expect(() => check('Normal(0, exp(z))', [-1e3, 0], 0)).toThrow('The sd of x is 0; it must be positive.');
  });
});

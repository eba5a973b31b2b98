import { describe, expect, it } from 'vitest';
import { activationRanges, isActivation, isUnits, readDense } from '../../../src/language/types/dense';
import { contains } from '../../../src/language/types/range';
import { activations } from '../../../src/model/activations';
import { parseCall } from '../inspect';

describe('readDense', () => {
  it.each([
    ['dense(16)', 16, 'linear'],
    ['dense(16, tanh)', 16, 'tanh'],
    ['dense(activation: relu, units: 4)', 4, 'relu'],
    ['dense(0)', null, 'linear'],
    ['dense(1.5)', null, 'linear'],
    ['dense(n, tanh)', null, 'tanh'],
    ['dense(2, tahn)', 2, null],
    ['dense()', null, 'linear'],
  ])('%s', (text, units, activation) => {
    expect(readDense(parseCall(text))).toEqual({ units, activation });
  });
});

describe('isUnits and isActivation', () => {
  it('draw the lines', () => {
    expect([isUnits(1), isUnits(4096), isUnits(4097), isUnits(-1)]).toEqual([true, true, false, false]);
    expect([isActivation('gelu'), isActivation('constructor')]).toEqual([true, false]);
  });
});

describe('activationRanges', () => {
  const outputs: Record<string, (a: number) => number> = {
    linear: (a) => a,
    tanh: Math.tanh,
    relu: (a) => Math.max(0, a),
    sigmoid: (a) => 1 / (1 + Math.exp(-a)),
    softplus: (a) => Math.log1p(Math.exp(a)),
    elu: (a) => (a > 0 ? a : Math.exp(a) - 1),
    // Close to a Φ(a), by its logistic approximation.
    gelu: (a) => a / (1 + Math.exp(-1.702 * a)),
    silu: (a) => a / (1 + Math.exp(-a)),
    exp: Math.exp,
  };

  it.each(Object.keys(activations))('hold every output of %s', (name) => {
    if (!isActivation(name)) throw new Error(name);
    for (let a = -8; a <= 8; a += 0.125) expect(contains(activationRanges[name], outputs[name]!(a))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { AffineEvaluation } from '../../../../src/engine/factors/gaussian/affineEvaluation';
import { model } from '../../models';
import { given } from '../../plain';

const checked = model(`
param a = 0.1
param b = 2 * a
let twice = 2 * z
let bent = z ^ 2
network f(u) = u -> dense(2, linear)
latent z ~ Normal(0, 1)
observed x | z ~ Normal(b + twice + bent + sum(f(z)), 1)`);

describe('an evaluation in double precision', () => {
  const { numbers } = given(checked);
  const weights = new Map([['f.0', { kernel: Float32Array.of(0.5, -2), bias: Float32Array.of(1, 3) }]]);

  it('computes params and lets once, from one another', () => {
    const scope = new AffineEvaluation(numbers);
    scope.assignFree('z', [], 4, 1);
    expect(scope.param('b')!.constant).toEqual(Float64Array.of(0.2));
    expect(scope.param('b')).toBe(new AffineEvaluation(numbers).param('b'));
    expect(scope.letValue('twice')!.rows).toEqual({
      start: Int32Array.of(0, 1),
      column: Int32Array.of(4),
      value: Float64Array.of(2),
    });
    expect(scope.letValue('twice')).toBe(scope.letValue('twice'));
    expect(scope.letValue('bent')).toBeNull();
  });

  it('takes trained weights, and otherwise those from the seed', () => {
    const trained = new AffineEvaluation({ ...numbers, weights });
    expect(trained.layer('f', 0)).toEqual({
      matrix: { shape: [2, 1], constant: Float64Array.of(0.5, -2), rows: null },
      bias: { shape: [2], constant: Float64Array.of(1, 3), rows: null },
    });
    const start = numbers.program.initialWeights('f', 0);
    expect(Array.from(new AffineEvaluation(numbers).layer('f', 0).matrix.constant)).toEqual(Array.from(start.kernel));
    const one = { shape: [], constant: Float64Array.of(2), rows: null };
    expect(trained.callNetwork('f', [one])!.constant).toEqual(Float64Array.of(2, -1));
  });

  it('says which variable is used too early', () => {
    expect(() => new AffineEvaluation(numbers).variable('z')).toThrow('z is used before it has a value.');
  });
});

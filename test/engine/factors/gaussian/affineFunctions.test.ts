import { describe, expect, it } from 'vitest';
import { constantScalar, constantValue } from '../../../../src/engine/factors/gaussian/affine';
import { affineFunctions } from '../../../../src/engine/factors/gaussian/affineFunctions';
import { identityRows } from '../../../../src/engine/factors/gaussian/rows';
import { elementwise } from '../../../../src/engine/math/elementwise';
import { functions as described } from '../../../../src/model/functions';

const xs = [-30, -2.5, -0.4, 0, 0.3, 1.7, 25];
const close = (value: number, expected: number) =>
  Object.is(value, expected) || Math.abs(value - expected) <= 1e-14 * Math.max(1, Math.abs(expected));

describe('functions in double precision', () => {
  it.each(
    Object.entries(described)
      .filter(([, { shape }]) => shape === 'map')
      .map(([name]) => name as 'exp'),
  )('%s is that of expressions', (name) => {
    const expected = xs.map(elementwise[name]);
    const made = affineFunctions[name]([constantValue([xs.length], Float64Array.from(xs))])!;
    made.constant.forEach((value, i) => {
      expect(close(value, expected[i]!), `${name}(${xs[i]}) = ${value}, ${expected[i]}`).toBe(true);
    });
  });

  it('folds one vector, or several values', () => {
    const v = constantValue([3], Float64Array.of(3, -1, 2));
    expect(affineFunctions.min([v])).toEqual(constantScalar(-1));
    expect(affineFunctions.max([v, constantScalar(0)])!.constant).toEqual(Float64Array.of(3, 0, 2));
    const free = { shape: [3], constant: new Float64Array(3), rows: identityRows(0, 3) };
    expect(affineFunctions.max([free, constantScalar(0)])).toBeNull();
    expect(affineFunctions.dot([free, free])).toBeNull();
    expect(affineFunctions.dot([v, free])!.rows!.value).toEqual(Float64Array.of(3, -1, 2));
  });
});

import { tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { functions } from '../../../../src/engine/evaluate/functions';
import { constantScalar, constantValue } from '../../../../src/engine/factors/gaussian/affine';
import { activationValues, affineFunctions } from '../../../../src/engine/factors/gaussian/affineFunctions';
import { identityRows } from '../../../../src/engine/factors/gaussian/rows';
import { activations } from '../../../../src/engine/tensor/activations';
import { scoped } from '../../../../src/engine/tensor/scoped';
import { activations as catalogue } from '../../../../src/model/activations';
import { functions as described } from '../../../../src/model/functions';

import '../../plain';

const xs = [-30, -2.5, -0.4, 0, 0.3, 1.7, 25];
const close = (value: number, expected: number) =>
  Object.is(value, expected) || Math.abs(value - expected) <= 2e-6 * Math.max(1, Math.abs(expected));

describe('functions in double precision', () => {
  it.each(
    Object.entries(described)
      .filter(([, { shape }]) => shape === 'map')
      .map(([name]) => name as 'exp'),
  )('%s is that of the compiled expressions', (name) => {
    const expected = scoped(() => Array.from(functions[name]([tensor(xs, [1, 1, xs.length])]).dataSync()));
    const made = affineFunctions[name]([constantValue([xs.length], Float64Array.from(xs))])!;
    made.constant.forEach((value, i) => {
      expect(close(value, expected[i]!), `${name}(${xs[i]}) = ${value}, ${expected[i]}`).toBe(true);
    });
  });

  it.each(Object.keys(catalogue) as (keyof typeof catalogue)[])('%s is that of the compiled layers', (name) => {
    const expected = scoped(() => Array.from(activations[name](tensor(xs)).dataSync()));
    xs.forEach((x, i) => {
      expect(close(activationValues[name](x), expected[i]!), `${name}(${x})`).toBe(true);
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

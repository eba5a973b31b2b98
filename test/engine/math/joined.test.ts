import { expect, it } from 'vitest';
import { joined } from '../../../src/engine/math/joined';

it('joined puts arrays one after the other', () => {
  expect(joined([Float64Array.of(1, 2), Float64Array.of(), Float64Array.of(3)])).toEqual(Float64Array.of(1, 2, 3));
  expect(joined([])).toEqual(new Float64Array());
});

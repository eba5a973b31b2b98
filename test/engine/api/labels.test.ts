import { expect, it } from 'vitest';
import { fullLabel, valueLabel } from '../../../src/engine/api/labels';
import { boolean, category, integer, vector } from '../build';

it('writes values as the model does', () => {
  expect(valueLabel(2, category(2, ['blue', 'orange']))).toBe('orange');
  expect(valueLabel(2, category(3))).toBe('2');
  expect([valueLabel(0, boolean), valueLabel(1, boolean)]).toEqual(['false', 'true']);
  expect(valueLabel(-3, integer)).toBe('-3');
  expect(valueLabel(-0.123456, { kind: 'real', shape: [] })).toBe('−0.123');
});

it('puts the numbers of a vector in brackets', () => {
  expect(fullLabel([1, 2.5], vector(2))).toBe('(1, 2.5)');
  expect(fullLabel([1], integer)).toBe('1');
});

import { expect, it } from 'vitest';
import { isFamily, isFunction } from '../../../src/language/names/lookup';

it('knows the catalogue and the built-in functions, and nothing that every object has', () => {
  expect(['Normal', 'Dirac', 'normal', 'toString', '__proto__'].map(isFamily)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(['exp', 'matmul', 'Exp', 'constructor'].map(isFunction)).toEqual([true, true, false, false]);
});

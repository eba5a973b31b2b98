import { expect, it } from 'vitest';
import { elementKey } from '../../../src/engine/evaluate/elementKey';

it('writes the key of a variable and of an element as the model does', () => {
  expect(elementKey('z', null)).toBe('z');
  expect(elementKey('z', 3)).toBe('z[3]');
});

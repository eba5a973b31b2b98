import { expect, it } from 'vitest';
import { neighbour } from '../../../webview/ui/request/neighbour';

it('goes round', () => {
  const items = ['a', 'b', 'c'];
  expect([0, 1, 2].map((from) => neighbour(items, from, 1))).toEqual(['b', 'c', 'a']);
  expect([0, 1, 2].map((from) => neighbour(items, from, -1))).toEqual(['c', 'a', 'b']);
});

it('begins at either end where there is none yet', () => {
  expect([neighbour(['a', 'b'], -1, 1), neighbour(['a', 'b'], -1, -1)]).toEqual(['a', 'b']);
  expect(neighbour([], -1, 1)).toBeUndefined();
  expect(neighbour([], -1, -1)).toBeUndefined();
});

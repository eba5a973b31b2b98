import { expect, it } from 'vitest';
import { lastKept } from '../../../webview/ui/scene/kept';

it('the last value stands in for the next one of the same key', () => {
  const kept = lastKept<number>();
  expect(kept('a', null)).toBe(null);
  expect(kept('a', 1)).toBe(1);
  expect(kept('a', null)).toBe(1);
  expect(kept('b', null)).toBe(null);
  expect(kept('a', 2)).toBe(2);
  expect(kept('b', 3)).toBe(3);
  expect(kept('a', null)).toBe(null);
});

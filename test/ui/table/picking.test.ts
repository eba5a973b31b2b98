// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { picked } from '../../../webview/ui/table/picking';
import { shownState } from '../scenes';

test('a sample is chosen, another in its place, and none with a second press', () => {
  const one = picked(3)(shownState());
  expect(one.state.picked).toBe(3);
  expect(one.request).toBeNull();
  expect(picked(5)(one.state).state.picked).toBe(5);
  expect(picked(3)(one.state).state.picked).toBeNull();
});

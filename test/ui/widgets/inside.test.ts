import { expect, it } from 'vitest';
import { inside } from '../../../webview/ui/widgets/inside';

it('is the place itself, or the end that it lies beyond', () => {
  expect([-4, 3, 12].map((at) => inside(at, 0, 10))).toEqual([0, 3, 10]);
});

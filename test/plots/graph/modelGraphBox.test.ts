import { expect, it } from 'vitest';
import { around, grown, holds, moved } from '../../../webview/plots/graph/modelGraphBox';

const box = { left: 0, top: 10, right: 20, bottom: 30 };

it('a box around two holds both, and one around one is that one', () => {
  expect(around(box, { left: -5, top: 15, right: 8, bottom: 40 })).toEqual({
    left: -5,
    top: 10,
    right: 20,
    bottom: 40,
  });
  expect(around(null, box)).toBe(box);
});

it('a box is grown on all sides and moved as a whole', () => {
  expect(grown(box, 3)).toEqual({ left: -3, top: 7, right: 23, bottom: 33 });
  expect(moved(box, { x: 1, y: -2 })).toEqual({ left: 1, top: 8, right: 21, bottom: 28 });
});

it('a box holds its edge and nothing beyond', () => {
  expect(holds(box, { x: 20, y: 30 })).toBe(true);
  expect(holds(box, { x: 20.1, y: 30 })).toBe(false);
  expect(holds(box, { x: 10, y: 9 })).toBe(false);
});

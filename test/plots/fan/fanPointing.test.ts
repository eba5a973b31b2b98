import { expect, it } from 'vitest';
import { layoutFan } from '../../../webview/plots/fan/fan';
import { elementAt, fanPlaceAfterKey, fanPlaceAt, restingPlace } from '../../../webview/plots/fan/fanPointing';
import { risingFan, weatherFan } from '../fans';

const size = { width: 500, height: 300 };
const [fan, weather] = [risingFan(), weatherFan()];
const [layout, stacked] = [layoutFan(fan, [], size, 12), layoutFan(weather, [], size, 12)];

it('the nearest element is meant', () => {
  const sparse = risingFan(3, { indices: [1, 50, 100] });
  expect([0, 20, 30, 76, 500].map((index) => elementAt(sparse, index))).toEqual([0, 0, 1, 2, 2]);
});

it('rests at the last element, at its median or most probable value', () => {
  expect(restingPlace(fan)).toEqual({ x: 5, y: 4 });
  expect(restingPlace(weatherFan([0.1, 0.9]))).toEqual({ x: 2, y: 1 });
});

it('a pixel is an element and a value', () => {
  const { x, y } = fanPlaceAt(fan, layout, layout.x.scale(2.2), layout.y.scale(3.7));
  expect([x, y]).toEqual([2, expect.closeTo(3.7, 9)]);
});

it('in a stack it is the category there', () => {
  const at = (index: number, share: number) =>
    fanPlaceAt(weather, stacked, stacked.x.scale(index), stacked.y.scale(share));
  expect(at(1, 0.05)).toEqual({ x: 1, y: 1 });
  expect(at(1, 0.2)).toEqual({ x: 1, y: 2 });
  expect(at(2, 0.39)).toEqual({ x: 2, y: 1 });
});

it('keys go along the chain and stop at its ends', () => {
  const go = (key: string, from = { x: 2, y: 1 }, shift = false) => fanPlaceAfterKey(fan, layout, from, key, shift);
  expect(go('ArrowRight')).toEqual({ x: 3, y: 1 });
  expect(go('ArrowLeft', { x: 1, y: 1 })).toEqual({ x: 1, y: 1 });
  expect(go('ArrowRight', { x: 2, y: 1 }, true)).toEqual({ x: 5, y: 1 });
  expect([go('Home')?.x, go('End')?.x]).toEqual([1, 5]);
  expect(go('a')).toBe(null);
});

it('keys go up and down through numbers, and from category to category', () => {
  const [low, high] = layout.y.scale.domain() as [number, number];
  expect(fanPlaceAfterKey(fan, layout, { x: 2, y: 1 }, 'ArrowUp', false)?.y).toBeCloseTo(1 + (high - low) / 100, 9);
  expect(fanPlaceAfterKey(fan, layout, { x: 2, y: low }, 'ArrowDown', true)?.y).toBe(low);
  expect(fanPlaceAfterKey(weather, stacked, { x: 2, y: 1 }, 'ArrowUp', false)).toEqual({ x: 2, y: 2 });
  expect(fanPlaceAfterKey(weather, stacked, { x: 2, y: 2 }, 'ArrowUp', false)).toEqual({ x: 2, y: 2 });
});

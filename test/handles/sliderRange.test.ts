import { describe, expect, test } from 'vitest';
import { SliderRanges, sliderRange } from '../../webview/handles/sliderRange';

const everything = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

describe('the ends of a slider', () => {
  test.each([
    [0, everything, { low: -1, high: 1 }],
    [-2, everything, { low: -5, high: 5 }],
    [30, everything, { low: -100, high: 100 }],
    [0.7, { low: 1e-6, high: Number.POSITIVE_INFINITY }, { low: 1e-6, high: 2 }],
    [0.1, everything, { low: -0.2, high: 0.2 }],
    [0.002, { low: 1e-37, high: Number.POSITIVE_INFINITY }, { low: 1e-37, high: 0.005 }],
    [2e-8, { low: 1e-37, high: Number.POSITIVE_INFINITY }, { low: 1e-37, high: 5e-8 }],
    [0.3, { low: 0, high: 1 }, { low: 0, high: 1 }],
    [-4, { low: 0, high: 1 }, { low: -4, high: 1 }],
  ])('of %f in %o are %o', (value, limits, expected) => {
    expect(sliderRange(value, limits)).toEqual(expected);
  });
});

describe('a slider in use', () => {
  const model = { uri: 'file:///a.lvm', structureKey: 'a' };

  test('keeps its ends while its value lies between them', () => {
    const sliders = new SliderRanges();
    sliders.enter(model);
    const first = sliders.range(0, 2, everything);
    sliders.enter(model);
    expect(sliders.range(0, 0.1, everything)).toBe(first);
    expect(sliders.range(0, 9, everything)).toMatchObject({ low: -20, high: 20 });
  });

  test('follows a domain that is written anew', () => {
    const sliders = new SliderRanges();
    sliders.enter(model);
    sliders.range(0, 0.5, { low: 0, high: 1 });
    expect(sliders.range(0, 0.5, { low: 0, high: 10 })).toMatchObject({ low: 0, high: 10 });
  });

  test.each([
    ['structure', { ...model, structureKey: 'b' }],
    ['file', { ...model, uri: 'file:///b.lvm' }],
  ])('begins anew with another %s', (_, other) => {
    const sliders = new SliderRanges();
    sliders.enter(model);
    sliders.range(0, 2, everything);
    sliders.enter(other);
    expect(sliders.range(0, 0.1, everything)).toMatchObject({ low: -0.2, high: 0.2 });
  });
});

import { describe, expect, it } from 'vitest';
import { areaPath, bandPath, barsPath, linePath, rugPath } from '../../../webview/plots/axes/path';

const same = (value: number): number => value;
const down = (value: number): number => 100 - value;

describe('a line', () => {
  it('goes through its points to a tenth of a pixel', () => {
    expect(linePath([0, 10.123], [5, 7.77], same, down, 0)).toBe('M0,95L10.1,92.2');
  });

  it('breaks where a value is not a number', () => {
    expect(linePath([0, 1, 2, 3], [1, Number.NaN, 2, 3], same, down, 0)).toBe('M0,99M2,98L3,97');
  });

  it('stops at the top where it runs off to infinity', () => {
    expect(linePath([0, 1], [Number.POSITIVE_INFINITY, 500], same, down, 4)).toBe('M0,4L1,4');
  });
});

describe('an area', () => {
  it('closes each piece of the line on its own stretch of the base', () => {
    expect(areaPath('M0,99M2,98L3,97', 100)).toBe('M0,100L0,99L0,100ZM2,100L2,98L3,97L3,100Z');
  });

  it('of nothing is nothing', () => {
    expect(areaPath('', 100)).toBe('');
  });
});

describe('a band', () => {
  it('goes along the upper line and back along the lower', () => {
    expect(bandPath([0, 1], [1, 2], [3, 4], same, down, 0)).toBe('M0,97L1,96L1,98L0,99Z');
  });

  it('leaves out what is not a number', () => {
    expect(bandPath([0, 1], [Number.NaN, Number.NaN], [1, 1], same, down, 0)).toBe('');
  });
});

it('bars stand on the base; those too low to see are left out', () => {
  expect(barsPath([0, 10, 20, 30], [5, 0.01, 500], same, down, 100, 2)).toBe('M0,100V95H10V100ZM20,100V2H30V100Z');
});

it('a rug has one stroke a place and none outside', () => {
  expect(rugPath([1, 1.01, 50, -5, Number.NaN], same, [0, 40], 10, 7)).toBe('M1,10v7');
});

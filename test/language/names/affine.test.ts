import { describe, expect, it } from 'vitest';
import { affine, at } from '../../../src/language/names/affine';
import { parseExpression } from '../inspect';

describe('affine', () => {
  it.each([
    ['3', 0, 3],
    ['-3', 0, -3],
    ['t', 1, 0],
    ['t - 1', 1, -1],
    ['2 * t + 1', 2, 1],
    ['(t + 1) * 2', 2, 2],
    ['-t + 5', -1, 5],
    ['3 - 2 * (t - 1)', -2, 5],
  ])('reads %s', (text, slope, offset) => {
    expect(affine(parseExpression(text), 't')).toEqual({ slope, offset });
  });

  it.each(['t * t', 't / 2', 't ^ 2', 's', '1.5', 'f(t)'])('does not read %s', (text) => {
    expect(affine(parseExpression(text), 't')).toBeNull();
  });

  it('knows no loop where there is none', () => {
    expect(affine(parseExpression('t'), null)).toBeNull();
  });
});

describe('at', () => {
  it('is slope times index plus offset', () => {
    expect(at({ slope: 2, offset: -1 }, 4)).toBe(7);
  });
});

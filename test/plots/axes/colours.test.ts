import { describe, expect, it } from 'vitest';
import { colourClass, colourCount, componentName, dashOf } from '../../../webview/plots/axes/colours';

describe('component colours', () => {
  it('come around with another dash', () => {
    expect([0, 7, 8, 16].map(colourClass)).toEqual(['c0', 'c7', 'c0', 'c0']);
    expect(dashOf(0)).toBe('');
    expect(dashOf(8)).not.toBe('');
    expect(dashOf(16)).not.toBe(dashOf(8));
  });

  it('have a class of their own for one of infinitely many', () => {
    expect(colourClass(null)).toBe('cx');
    expect(dashOf(null)).toBe('');
  });

  it('are eight, as in the style sheet', () => {
    expect(colourCount).toBe(8);
  });
});

describe('component names', () => {
  it.each([
    ['orange', 'z', 'orange'],
    ['2', 'z', 'z = 2'],
    ['-1.5', 'z', 'z = -1.5'],
    ['true', 'rain', 'rain = true'],
    ['true, 3', 'rain, k', 'true, 3'],
    ['2', '', '2'],
  ])('%s of %s is called %s', (label, of, name) => {
    expect(componentName({ label }, of)).toBe(name);
  });
});

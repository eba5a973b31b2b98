// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { planeLegend } from '../../../webview/ui/density/planeLegend';
import { twoBlobs } from '../../plots/fixtures';
import { draw, textOf } from '../scenes';

const plane = twoBlobs('x', 9);
const entries = (shown: typeof plane) =>
  [...draw(planeLegend(shown)).querySelectorAll('li')].map((entry) => textOf(entry).trim());

describe('the legend of a plane', () => {
  it('names components with their weights, contours and samples', () => {
    expect(entries(plane)).toEqual(['z = 1 0.55', 'z = 2 0.45', '50, 80, 95 % of the mass', 'samples']);
  });

  it('counts components that cannot be told apart', () => {
    const items = plane.components!.items.map((item) => ({ ...item, colour: null }));
    expect(entries({ ...plane, components: { ...plane.components!, items, total: 30 } })[0]).toBe('30 components');
  });

  it('says what the one ellipse is, and leaves out what is not there', () => {
    const items = plane.components!.items.slice(0, 1);
    const one = { ...plane, samples: new Float64Array(0), components: { items, total: 1, of: '' } };
    expect(entries(one)).toEqual(['1 sd', '50, 80, 95 % of the mass']);
    expect(entries({ ...one, components: null })).toEqual(['50, 80, 95 % of the mass']);
  });
});

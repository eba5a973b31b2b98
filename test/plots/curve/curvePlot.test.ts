// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { curvePlot } from '../../../webview/plots/curve/curvePlot';
import { bumps, mixture } from '../fixtures';
import { comparePictures } from '../golden';
import { markupOf } from '../markup';

describe('the picture of a curve', () => {
  comparePictures('curve-');

  it('draws the marginal over the components and the components over the samples', () => {
    const layout = layoutCurve(mixture(bumps), { width: 400, height: 300 }, { fontSize: 13, compact: false });
    const markup = markupOf(curvePlot(layout, { x: 'x', y: '' }, 13, null));
    const order = [
      'data-role="samples"',
      'class="area c0"',
      'data-role="component"',
      'data-role="marginal"',
      'class="name',
    ];
    const places = order.map((part) => markup.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

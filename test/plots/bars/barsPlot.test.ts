// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutBars } from '../../../webview/plots/bars/bars';
import { barsPlot } from '../../../webview/plots/bars/barsPlot';
import { counts } from '../fixtures';
import { comparePictures } from '../golden';
import { markupOf } from '../markup';

describe('the picture of bars', () => {
  comparePictures('bars-');

  it('marks the bar that is pointed at, and none otherwise', () => {
    const layout = layoutBars(counts(), { width: 400, height: 300 }, { fontSize: 13, compact: false });
    expect(markupOf(barsPlot(layout, { x: 'x', y: '' }, 13, 4))).toContain('data-role="crosshair"');
    expect(markupOf(barsPlot(layout, { x: 'x', y: '' }, 13, null))).not.toContain('data-role="crosshair"');
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { planePlot } from '../../../webview/plots/plane/planePlot';
import { twoBlobs } from '../fixtures';
import { comparePictures } from '../golden';
import { markupOf } from '../markup';

describe('the picture of a pair', () => {
  comparePictures('plane-');

  it('crosses two lines where it is pointed at', () => {
    const layout = layoutPlane(twoBlobs('x', 9), { width: 400, height: 300 }, { fontSize: 13, compact: false });
    const markup = markupOf(planePlot(layout, { x: 'a', y: 'b' }, 13, { x: 100, y: 50 }));
    expect(markup).toContain(`x1="100" x2="100" y1="${layout.frame.top}" y2="${layout.frame.bottom}"`);
    expect(markup).toContain('cx="100" cy="50"');
  });
});

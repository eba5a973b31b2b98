// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { shelfPlot } from '../../../webview/plots/bars/shelfPlot';
import { categories } from '../fixtures';
import { comparePictures } from '../golden';
import { markupOf } from '../markup';

describe('the picture of a discrete prior', () => {
  comparePictures('shelf-');

  it('keeps the whole of a shortened name where it can be looked up', () => {
    const name = 'a name that is far longer than its pane is wide';
    const layout = layoutShelf(categories([name], [1]), { width: 200, height: 80 }, { fontSize: 13, compact: true });
    const markup = markupOf(shelfPlot(layout, 13));
    expect(markup).toContain('…');
    expect(markup).toContain(`<title>${name}`);
    expect(markup).toContain(`data-label="${name}"`);
  });
});

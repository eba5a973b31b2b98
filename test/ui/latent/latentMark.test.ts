// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { layoutPlane } from '../../../webview/plots/plane/plane';
import { latentMark, shelfMark } from '../../../webview/ui/latent/latentMark';
import { bumpPrior, normal, normalPrior, thousandCategories, twoBlobs } from '../../plots/fixtures';
import { draw } from '../scenes';

const size = { width: 300, height: 180 };
const options = { fontSize: 13, compact: true };
const markOf = (template: unknown) => draw(template).querySelector<HTMLElement>('[data-role=latent-mark]');
const px = (text: string | undefined) => Number.parseFloat(text ?? '');

describe('where the reader is', () => {
  it('is a dot on the curve', () => {
    const prior = normalPrior();
    const layout = layoutCurve(prior, size, options);
    const x = prior.x[62]!;
    const mark = markOf(latentMark(prior, layout, { x, y: 0 }));
    expect(px(mark?.style.left)).toBeCloseTo(layout.x.scale(x), 3);
    expect(px(mark?.style.top)).toBeCloseTo(layout.y.scale(normal(x, 0, 1)), 0);
    expect(markOf(latentMark(prior, layout, { x: 9, y: 0 }))).toBe(null);
    expect(markOf(latentMark(prior, layout, null))).toBe(null);
  });

  it('is a cross in a plane', () => {
    const plane = twoBlobs('z', 24);
    const layout = layoutPlane(plane, size, options);
    const host = draw(latentMark(plane, layout, { x: 1, y: -1 }));
    expect(host.querySelectorAll('.latent-line')).toHaveLength(2);
    expect(px(host.querySelector<HTMLElement>('[data-role=latent-mark]')?.style.top)).toBeCloseTo(
      layout.y.scale(-1),
      3,
    );
    expect(markOf(latentMark(plane, layout, { x: 1, y: 99 }))).toBe(null);
  });

  it('is the row of a state, or a line among many', () => {
    const bars = bumpPrior();
    const mark = markOf(shelfMark(bars, layoutShelf(bars, size, options), { x: 2, y: 0 }));
    expect(mark?.dataset.label).toBe('orange');
    const many = thousandCategories();
    const layout = layoutShelf(many, size, options);
    const line = markOf(shelfMark(many, layout, { x: 500, y: 0 }));
    expect(px(line?.style.left)).toBeCloseTo((layout.frame.left + layout.frame.right) / 2, 0);
    expect(markOf(shelfMark(bars, layoutShelf(bars, size, options), { x: 7, y: 0 }))).toBe(null);
  });
});

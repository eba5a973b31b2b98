// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Bars } from '../../../src/engine/api/preview';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { linkedMarks, linkedText, pointedShares } from '../../../webview/ui/latent/linked';
import { choice, counts, preview, threeBumps } from '../../plots/fixtures';
import { draw, sceneOf, textOf } from '../scenes';

const { before: _, ...plain } = counts();
const latent: Bars = {
  ...plain,
  choice: choice('z'),
  values: Float64Array.of(1, 2, 3),
  labels: ['blue', 'orange', 'green'],
  probability: Float64Array.of(0.3, 0.5, 0.2),
};
const shown = preview({ observed: threeBumps() });
const layout = layoutShelf(latent, { width: 300, height: 120 }, { fontSize: 13, compact: true });
const scene = sceneOf({ probe: { place: { x: 1.5, y: 0 }, by: 'pointer' } });

describe('the link of the panes', () => {
  it('marks on each latent value how probable it is where the reader points, and says so', () => {
    const linked = pointedShares(shown, latent, scene);
    const marks = [...draw(linkedMarks(linked, layout)).querySelectorAll('[data-role=share-mark]')];
    expect(marks.map((mark) => mark.getAttribute('data-label'))).toEqual(['blue', 'orange', 'green']);
    const shares = marks.map((mark) => Number(mark.getAttribute('data-share')));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
    expect(textOf(draw(linkedText(linked)))).toMatch(/p\(z \| x = 1\.5\d?\) ?orange 0\.\d\d/);
  });

  it('is not there while nobody points, and keeps its place', () => {
    expect(pointedShares(shown, latent, sceneOf())).toBeNull();
    expect(draw(linkedMarks(null, layout)).querySelector('svg')).toBeNull();
    expect(draw(linkedText(null)).querySelector('[data-role=linked]')).not.toBeNull();
  });
});

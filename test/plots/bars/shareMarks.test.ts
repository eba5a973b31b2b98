// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shareMarks } from '../../../webview/plots/bars/shareMarks';
import { layoutShelf } from '../../../webview/plots/bars/shelf';
import { counts } from '../fixtures';
import { markupOf } from '../markup';

test('a mark ends at its share on the axis of the bars, or as an arrow at the end of the axis', () => {
  const { before: _, ...plain } = counts();
  const bars = {
    ...plain,
    values: Float64Array.from({ length: 20 }, (_, i) => i + 1),
    labels: Array.from({ length: 20 }, (_, i) => `k${i + 1}`),
    probability: new Float64Array(20).fill(0.05),
  };
  const layout = layoutShelf(bars, { width: 300, height: 400 }, { fontSize: 13, compact: true });
  const markup = markupOf(shareMarks(layout, [0.08, 0.9, ...Array(18).fill(0.02 / 18)]));
  const ends = [...markup.matchAll(/share-line" d="M[\d.]+,[\d.]+H([\d.]+)"/g)].map(([, end]) => Number(end));
  expect(ends[0]).toBeCloseTo(layout.x.scale(0.08), 0);
  expect(ends[1]).toBe(layout.frame.right);
  expect(markup).toContain('data-share="0.9000"');
  expect(markup.match(/share-end" d="M[\d.]+,[\d.]+L/g)).toHaveLength(1);
});

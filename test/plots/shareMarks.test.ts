// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { shareMarks } from '../../webview/plots/shareMarks';
import { layoutShelf } from '../../webview/plots/shelf';
import { counts } from './fixtures';
import { markupOf } from './markup';

test('a mark ends at its share on the axis of the bars, or as an arrow at the end of the axis', () => {
  const { before: _, ...plain } = counts();
  const bars = {
    ...plain,
    values: Float64Array.of(1, 2),
    labels: ['a', 'b'],
    probability: Float64Array.of(0.5, 0.5),
  };
  const layout = layoutShelf(bars, { width: 300, height: 80 }, { fontSize: 13, compact: true });
  const markup = markupOf(shareMarks(layout, [0.1, 0.9]));
  const ends = [...markup.matchAll(/share-line" d="M[\d.]+,[\d.]+H([\d.]+)"/g)].map(([, end]) => Number(end));
  expect(ends[0]).toBeCloseTo(layout.x.scale(0.1), 0);
  expect(ends[1]).toBe(layout.frame.right);
  expect(markup).toContain('data-share="0.9000"');
  expect(markup.match(/share-end" d="M[\d.]+,[\d.]+L/g)).toHaveLength(1);
});

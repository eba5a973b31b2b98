import { expect, it } from 'vitest';
import { withSnapshot } from '../../../webview/plots/compare/withSnapshot';
import { categories, threeBumps, twoBlobs } from '../fixtures';

it('stands behind a curve and behind bars, and behind nothing else', () => {
  const now = threeBumps(100);
  const compared = withSnapshot(now, threeBumps(100));
  if (compared.kind !== 'curve') throw new Error('no curve');
  compared.before?.forEach((value, i) => {
    expect(value).toBeCloseTo(now.density[i]!, 12);
  });
  const [bars, kept] = [categories(['a', 'b'], [0.2, 0.8]), categories(['a', 'b'], [0.6, 0.4])];
  expect(withSnapshot(bars, kept)).toMatchObject({ before: kept.probability });
  expect(withSnapshot(now, null)).toBe(now);
  const plane = twoBlobs();
  expect(withSnapshot(plane, twoBlobs())).toBe(plane);
});

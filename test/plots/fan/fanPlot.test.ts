// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { layoutFan } from '../../../webview/plots/fan/fan';
import { fanPlot } from '../../../webview/plots/fan/fanPlot';
import { risingFan, weatherFan } from '../fans';
import { markupOf } from '../markup';

const size = { width: 500, height: 300 };
const titles = { x: 't', y: 'z[t]' };

it('draws two bands, the median over the paths, and what was observed', () => {
  const markup = markupOf(fanPlot(layoutFan(risingFan(), [{ index: 2, value: 1 }], size, 12), titles, 12, null));
  for (const role of ['fan-wide', 'fan-narrow', 'fan-median', 'fan-seen']) {
    expect(markup.split(`data-role="${role}"`)).toHaveLength(2);
  }
  expect(markup.split('data-role="fan-path"')).toHaveLength(3);
  expect(markup.indexOf('fan-path')).toBeLessThan(markup.indexOf('data-role="fan-median"'));
  expect(markup).not.toContain('crosshair');
});

it('draws a stack for each category, and where the reader points', () => {
  const markup = markupOf(fanPlot(layoutFan(weatherFan(), [], size, 12), titles, 12, { x: 100, y: 50 }));
  const stacks = markup.split('\n').filter((line) => line.includes('data-role="fan-share"'));
  expect(stacks.map((line) => /data-label="(\w+)"/.exec(line)?.[1])).toEqual(['sunny', 'rainy']);
  expect(markup).toContain('data-role="crosshair"');
  expect(markup).not.toContain('fan-aim');
});

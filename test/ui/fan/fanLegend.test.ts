// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { fanLegend } from '../../../webview/ui/fan/fanLegend';
import { risingFan, weatherFan } from '../../plots/fans';
import { draw, textOf } from '../scenes';

const entries = (fan: Parameters<typeof fanLegend>[0]) => [...draw(fanLegend(fan)).querySelectorAll('li')].map(textOf);

it('names the median, the bands and the samples, where there are any', () => {
  expect(entries(risingFan())).toEqual(['median', 'middle 50 %', 'middle 90 %', '2 samples']);
  const fan = risingFan();
  const without = fan.content.kind === 'bands' ? { ...fan.content, paths: [] } : fan.content;
  expect(entries({ ...fan, content: without })).toEqual(['median', 'middle 50 %', 'middle 90 %']);
});

it('names categories in their colours', () => {
  const list = draw(fanLegend(weatherFan()));
  expect([...list.querySelectorAll('li')].map(textOf)).toEqual(['sunny', 'rainy']);
  expect(list.querySelectorAll('.stack.c1')).toHaveLength(1);
});

// @vitest-environment happy-dom
import { svg } from 'lit';
import { describe, expect, it } from 'vitest';
import { axes, crisp, grid } from '../../../webview/plots/axes/axes';
import { axis } from '../../../webview/plots/axes/axis';
import { markupOf } from '../markup';

const size = { width: 260, height: 150 };
const frame = { left: 40, right: 240, top: 10, bottom: 110 };
const x = axis([0, 10], [40, 240], 50);
const y = axis([0, 1], [110, 10], 50);

describe('axes', () => {
  const markup = markupOf(svg`<svg>${axes(frame, x, y, { x: 'x₁', y: 'density' }, 12, size)}</svg>`);

  it('label every tick of both', () => {
    const labels = [...markup.matchAll(/class="tick-label"[^>]*>([^<]*)/g)].map(([, text]) => text?.trim());
    expect(labels).toEqual([...x.ticks, ...y.ticks].map(({ label }) => label));
  });

  it('set their titles as mathematics', () => {
    expect(markup).toMatch(/class="variable"[^>]*>x</);
    expect(markup).toMatch(/class="subscript"[^>]*>1</);
    expect(markup).toContain('rotate(-90)');
  });

  it('have titles that lie within the picture, with the whole of what is abbreviated', () => {
    const name = 'a_name_that_is_longer_than_the_axis_that_it_stands_at';
    const long = markupOf(svg`<svg>${axes(frame, x, y, { x: name, y: `density p(${name})` }, 12, size)}</svg>`);
    expect(long).toContain(`<title>${name}</title>`);
    expect(long).toContain(`<title>density p(${name})</title>`);
    expect(markup).not.toContain('<title>');
  });

  it('leave out what is not wanted', () => {
    const bare = markupOf(svg`<svg>${axes(frame, null, null, { x: '', y: '' }, 12, size)}</svg>`);
    expect(bare).not.toContain('tick');
    expect(bare).not.toContain('axis-title');
  });
});

it('the grid has a line for each level', () => {
  expect(markupOf(svg`<svg>${grid(frame, y)}</svg>`).match(/<line /g)).toHaveLength(y.ticks.length);
});

it('hairlines lie on the middle of a pixel', () => {
  expect([crisp(10), crisp(10.4), crisp(10.9)]).toEqual([10.5, 10.5, 10.5]);
});

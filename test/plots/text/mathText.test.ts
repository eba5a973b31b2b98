// @vitest-environment happy-dom
import { svg } from 'lit';
import { expect, it } from 'vitest';
import { mathClass, mathText } from '../../../webview/plots/text/mathText';
import { markupOf } from '../markup';

it('lowers subscripts and comes back up after them', () => {
  const markup = markupOf(svg`<svg><text>${mathText('p(x₁ | z)')}</text></svg>`);
  const runs = [...markup.matchAll(/<tspan class="([^"]*)" dy="([^"]*)">([^<]*)/g)].map(([, ...run]) => run);
  expect(runs).toEqual([
    ['variable', '0', 'p'],
    ['plain', '0', '('],
    ['variable', '0', 'x'],
    ['subscript', '0.28em', '1'],
    ['plain', '-0.2em', ' | '],
    ['variable', '0', 'z'],
    ['plain', '0', ')'],
  ]);
});

it('sets names in subscripts in italics, numbers upright', () => {
  expect(mathClass('subscript', 'k')).toBe('subscript variable');
  expect(mathClass('subscript', '12')).toBe('subscript');
  expect(mathClass('variable', 'x')).toBe('variable');
});

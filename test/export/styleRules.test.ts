import { describe, expect, it } from 'vitest';
import { splitOutside, styleRules } from '../../webview/export/styleRules';
import { panelStyles } from '../ui/panelStyles';

describe('a style sheet', () => {
  it('comes apart into selectors and what is declared for them', () => {
    const [rule] = styleRules('/* a; {b} */ .area { fill: var(--hue); fill-opacity: 26% }');
    expect(rule).toMatchObject({ selector: '.area', weight: 100 });
    expect([...rule!.declarations]).toEqual([
      ['fill', 'var(--hue)'],
      ['fill-opacity', '26%'],
    ]);
  });

  it('has a rule for each selector, also where they have lists inside', () => {
    const rules = styleRules('.a :is(.b, .c), [title="x, y"] { fill: none }');
    expect(rules.map(({ selector }) => selector)).toEqual(['[title="x, y"]', '.a :is(.b, .c)']);
  });

  it('puts the weightier rule last, and of two of one weight the later', () => {
    const text = '.a.b{fill:red}.c{fill:blue}path{fill:none}.d{fill:lime}#e{fill:white}.a:not(.b) path{fill:black}';
    expect(styleRules(text).map(({ selector }) => selector)).toEqual([
      'path',
      '.c',
      '.d',
      '.a.b',
      '.a:not(.b) path',
      '#e',
    ]);
  });

  it('leaves out what holds on some screens only', () => {
    const text =
      '@import "x.css"; .a{fill:red}@media (max-width:1px){.b{fill:red}.c{fill:red}}@font-face{src:x}.d{fill:red}';
    expect(styleRules(text).map(({ selector }) => selector)).toEqual(['.a', '.d']);
  });

  it('of the panel is read to its end', () => {
    const selectors = styleRules(panelStyles()).map(({ selector }) => selector);
    expect(selectors).toContain('.marginal');
    expect(selectors).toContain('.model-graph .head');
    expect(selectors.filter((selector) => /[{};@]/.test(selector))).toEqual([]);
  });
});

it('a list comes apart at the separators that stand outside', () => {
  expect(splitOutside('a, f(b, c), "d, e"', ',')).toEqual(['a', 'f(b, c)', '"d, e"']);
  expect(splitOutside(' ; ', ';')).toEqual([]);
});

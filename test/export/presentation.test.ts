// @vitest-environment happy-dom
import { svg } from 'lit';
import { describe, expect, it } from 'vitest';
import { present, rootColour } from '../../webview/export/presentation';
import { styleRules } from '../../webview/export/styleRules';
import { panelStyles } from '../ui/panelStyles';
import { draw } from '../ui/scenes';

const picture = svg`<svg class="plot" width="10" height="10">
  <path class="area c1" d="M0,0"></path><path class="marginal" d="M0,0"></path>
  <g class="grid"><line x1="0"></line></g>
  <text class="tick-label">1</text><text class="axis-title"><tspan class="variable">x</tspan></text></svg>`;

function presented(paper: 'light' | 'dark', styles = panelStyles()): (selector: string, name: string) => string | null {
  const host = draw(picture);
  present(host, styleRules(styles), paper, 14);
  return (selector, name) => host.querySelector(selector)?.getAttribute(name) ?? null;
}

describe('the panel’s style in attributes', () => {
  it('has the colours of the palette, for a dark page and for a light one, whatever the page itself is', () => {
    const [dark, light] = [presented('dark'), presented('light')];
    expect(dark('.marginal', 'stroke')).toBe('#ff6b5e');
    expect(light('.marginal', 'stroke')).toBe('#d0312d');
    expect(dark('.area', 'fill')).toBe('#e69f00');
    expect(dark('.area', 'fill-opacity')).toBe('0.26');
    expect(light('.area', 'fill')).toBe('#c58200');
    expect(light('.tick-label', 'fill')).toBe('#5f5f5f');
  });

  it('tells the opacity of a mixed colour apart, and sizes of letters in pixels', () => {
    const dark = presented('dark');
    expect(dark('.grid line', 'stroke')).toBe('#cccccc');
    expect(dark('.grid line', 'stroke-opacity')).toBe('0.1');
    expect(dark('.tick-label', 'font-size')).toBe('12.88px');
    expect(dark('.variable', 'font-style')).toBe('italic');
    expect(dark('.marginal', 'fill')).toBe('none');
  });

  it('leaves nothing that needs a style sheet, and nothing of a moment', () => {
    const host = draw(picture);
    present(host, styleRules(`${panelStyles()} .area:hover { fill: #010203 }`), 'dark', 14);
    expect(host.innerHTML).not.toMatch(/var\(|color-mix|rgba|#010203/);
  });

  it('keeps to the more particular rule, and hands variables down', () => {
    const at = presented(
      'dark',
      'path { stroke: black } .grid { --own: #123456 } .grid line { stroke: var(--own) } .plot .area { stroke: white }',
    );
    expect(at('.grid line', 'stroke')).toBe('#123456');
    expect(at('.area', 'stroke')).toBe('#ffffff');
    expect(at('.marginal', 'stroke')).toBe('#000000');
  });

  it('drops what is not shown', () => {
    const at = presented('dark', '.grid { display: none }');
    expect(at('.grid', 'class')).toBeNull();
    expect(at('.area', 'class')).toBe('area c1');
  });
});

it('a colour of the page is told for a paper', () => {
  const rules = styleRules(panelStyles());
  expect(rootColour('--quiet', rules, 'dark')).toBe('#9d9d9d');
  expect(rootColour('--c0', rules, 'light')).toBe('#2a8fd0');
  expect(rootColour('--there-is-none', rules, 'light')).toBe('#808080');
});

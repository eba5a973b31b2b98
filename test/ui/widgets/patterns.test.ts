// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { patterns } from '../../../webview/ui/widgets/patterns';
import { panelStyles } from '../panelStyles';
import { draw } from '../scenes';

const hatchings = [...draw(patterns).querySelectorAll('pattern')];

it('there is a hatching for every colour, no two alike', () => {
  expect(hatchings.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, i) => `hatch-${i}`));
  expect(new Set(hatchings.map((pattern) => pattern.querySelector('path')?.getAttribute('d'))).size).toBe(8);
  expect(hatchings.map((pattern) => pattern.getAttribute('class'))).toEqual([
    'c0',
    'c1',
    'c2',
    'c3',
    'c4',
    'c5',
    'c6',
    'c7',
  ]);
});

it('the style sheet uses each of them, in high contrast only', () => {
  const styles = panelStyles();
  for (const { id } of hatchings) expect(styles).toContain(`url(#${id})`);
  for (const [, selector = ''] of styles.matchAll(/([^{}]*)\{[^}]*url\(#hatch/g)) {
    expect(selector).toContain('vscode-high-contrast');
  }
});

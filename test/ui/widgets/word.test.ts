// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { word } from '../../../webview/ui/widgets/word';
import { panelStyles } from '../panelStyles';
import { draw, textOf } from '../scenes';

it('stays in the page where the panel is narrow, out of sight', () => {
  expect(textOf(draw(word('Resample')).querySelector('.word'))).toBe('Resample');
  const [, narrow = ''] = /@media \(max-width: 619px\) \{\s*\.buttons \.word \{([^}]*)\}/.exec(panelStyles()) ?? [];
  expect(narrow).toContain('clip-path: inset(50%)');
  expect(narrow).not.toMatch(/display: none|visibility/);
});

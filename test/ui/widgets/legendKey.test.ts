// @vitest-environment happy-dom
import { svg } from 'lit';
import { expect, it } from 'vitest';
import { legendKey } from '../../../webview/ui/widgets/legendKey';
import { draw } from '../scenes';

it('a key holds its mark, and is nothing to a screen reader', () => {
  const key = draw(legendKey(svg`<path d="M0,6H16"></path>`)).querySelector('svg')!;
  expect(key.getAttribute('aria-hidden')).toBe('true');
  expect(key.querySelector('path')?.getAttribute('d')).toBe('M0,6H16');
});

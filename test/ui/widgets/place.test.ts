// @vitest-environment happy-dom
import { html, render } from 'lit';
import { expect, it } from 'vitest';
import { place } from '../../../webview/ui/widgets/place';

it('places an element from script, without a style attribute in the markup', () => {
  const host = document.createElement('div');
  const draw = (left: number): unknown => render(html`<p ${place({ left, width: 20 })}></p>`, host);
  draw(1.5);
  const { style } = host.querySelector('p') as HTMLElement;
  expect([style.left, style.width]).toEqual(['1.5px', '20px']);
  draw(7);
  expect(style.left).toBe('7px');
});

it('belongs on an element', () => {
  const host = document.createElement('div');
  expect(() => render(html`<p class=${place({ left: 1 })}></p>`, host)).toThrow('place() belongs on an element');
});

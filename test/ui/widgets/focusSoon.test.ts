// @vitest-environment happy-dom
import { html } from 'lit';
import { expect, it } from 'vitest';
import { focusSoon } from '../../../webview/ui/widgets/focusSoon';
import { draw } from '../scenes';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

it('gives the keyboard to what the first selector finds, as the page is in the next frame', async () => {
  focusSoon('#missing', '#there', '#other');
  const page = draw(html`<input id="other"><input id="there">`);
  expect(document.activeElement).toBe(document.body);
  await nextFrame();
  expect(document.activeElement).toBe(page.querySelector('#there'));
});

it('leaves the keyboard where it is when there is nothing', async () => {
  const page = draw(html`<input id="here">`);
  page.querySelector<HTMLElement>('#here')?.focus();
  focusSoon('#missing');
  await nextFrame();
  expect(document.activeElement?.id).toBe('here');
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mathHtml } from '../../../webview/ui/widgets/mathHtml';
import { draw } from '../scenes';

it('sets a formula with italics and subscripts', () => {
  const host = draw(mathHtml('p(x₁) = Σ_{z} p(z)'));
  expect(host.textContent).toBe('p(x1) = Σz p(z)');
  expect([...host.querySelectorAll('sub')].map((sub) => [sub.className, sub.textContent])).toEqual([
    ['subscript', '1'],
    ['subscript variable', 'z'],
  ]);
  expect(host.querySelector('.variable')?.textContent).toBe('p');
});

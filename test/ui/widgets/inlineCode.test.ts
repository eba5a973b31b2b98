// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { inlineCode } from '../../../webview/ui/widgets/inlineCode';

function markup(sentence: string): string {
  const host = document.createElement('div');
  render(inlineCode(sentence), host);
  return host.innerHTML.replace(/<!--.*?-->/gs, '');
}

describe('code in sentences', () => {
  it.each([
    ['`~` is missing after `z`.', '<code>~</code> is missing after <code>z</code>.'],
    ['Nothing special.', 'Nothing special.'],
    ['An odd ` out.', 'An odd ` out.'],
    ['`<b>`', '<code>&lt;b&gt;</code>'],
    ['', ''],
  ])('%s', (sentence, expected) => {
    expect(markup(sentence)).toBe(expected);
  });
});

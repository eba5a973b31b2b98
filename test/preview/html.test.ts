import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { previewPage } from '../../src/preview/html';

const addresses = {
  source: 'https://source.test',
  style: 'https://source.test/panel.css?a=1&b="2"',
  script: 'https://source.test/webview.js',
  worker: 'https://source.test/worker.js',
  wasmPlain: 'https://source.test/plain.wasm',
  wasmSimd: 'https://source.test/simd.wasm',
};

describe('previewPage', () => {
  const page = previewPage(addresses, 'NONCE');

  it('lets nothing in but the files of the extension, one script, a worker and WebAssembly', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src https://source.test data: blob:',
      `style-src https://source.test 'sha256-${createHash('sha256').update('').digest('base64')}'`,
      'font-src https://source.test',
      "script-src 'nonce-NONCE' 'wasm-unsafe-eval'",
      'worker-src blob:',
      'connect-src https://source.test',
    ]);
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'|\*/);
  });

  it('hands the addresses to the script, escaped', () => {
    expect(page).toContain('<script nonce="NONCE" src="https://source.test/webview.js"></script>');
    expect(page).toContain(
      '<div id="app" data-worker="https://source.test/worker.js" data-wasm-plain="https://source.test/plain.wasm" data-wasm-simd="https://source.test/simd.wasm"></div>',
    );
    expect(page).toContain('href="https://source.test/panel.css?a=1&amp;b=&quot;2&quot;"');
  });

  it('has no other script and no inline style', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<style|style=| on[a-z]+=/);
  });
});

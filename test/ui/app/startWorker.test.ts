// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { engineFiles } from '../../../webview/ui/app/startWorker';

function page(markup: string): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = markup;
  return host.firstElementChild as HTMLElement;
}

describe('the addresses of the engine', () => {
  it('stand on the root element', () => {
    expect(
      engineFiles(page('<div data-worker="w.js" data-wasm-plain="p.wasm" data-wasm-simd="s.wasm"></div>')),
    ).toEqual({
      worker: 'w.js',
      wasmPlain: 'p.wasm',
      wasmSimd: 's.wasm',
    });
  });

  it('are missed by name', () => {
    expect(() => engineFiles(page('<div data-worker="w.js"></div>'))).toThrow(
      'The page does not say where wasmPlain is.',
    );
    expect(() => engineFiles(page('<div data-worker=""></div>'))).toThrow('The page does not say where worker is.');
  });
});

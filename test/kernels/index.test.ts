import { expect, it } from 'vitest';
import bytes from '../../webview/kernels/kernels.wasm';

it('makes one small module that needs nothing from outside', () => {
  const module = new WebAssembly.Module(bytes);
  expect(bytes.length).toBeLessThan(60_000);
  expect(WebAssembly.Module.imports(module)).toEqual([]);
  expect(
    WebAssembly.Module.exports(module)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    'activate',
    'chain',
    'dense',
    'freeMemory',
    'logOfSums',
    'memory',
    'mixtureSamples',
    'normalSums',
    'normals',
    'planeSums',
    'seedWords',
  ]);
});

import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import bytes from '../../../../src/engine/tensor/kernels/kernels.wasm';
import relaxedBytes from '../../../../src/engine/tensor/kernels/kernels-relaxed.wasm';

// Newer versions of Node have them without being asked.
setFlagsFromString('--experimental-wasm-relaxed-simd');

describe.each([
  ['plain', bytes()],
  ['relaxed', relaxedBytes()],
])('the %s kernels', (_, own) => {
  it('are one small module that needs nothing from outside', () => {
    const module = new WebAssembly.Module(own);
    expect(own.length).toBeLessThan(20_000);
    expect(WebAssembly.Module.imports(module)).toEqual([]);
    expect(
      WebAssembly.Module.exports(module)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['dense', 'freeMemory', 'memory', 'planeSums']);
  });
});

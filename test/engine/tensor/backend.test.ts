import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { Backends } from '../../../src/engine/tensor/backend';

const folder = join(import.meta.dirname, '../../../node_modules/@tensorflow/tfjs-backend-wasm/dist');

function bytes(name: string): ArrayBuffer {
  const file = readFileSync(join(folder, name));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
}

it('computes plainly at once, and on WebAssembly when its bytes have come', async () => {
  const backends = new Backends(() => performance.now());
  expect(getBackend()).toBe('cpu');
  expect(await backends.use('wasm')).toBe('cpu');
  const loading = backends.load({ plain: bytes('tfjs-backend-wasm.wasm'), simd: bytes('tfjs-backend-wasm-simd.wasm') });
  // What is being computed meanwhile keeps its backend.
  expect(getBackend()).toBe('cpu');
  expect(await loading).toBe(true);
  expect(getBackend()).toBe('cpu');
  expect(await backends.use('wasm')).toBe('wasm');
  expect(getBackend()).toBe('wasm');
  expect(['cpu', 'wasm']).toContain(await backends.use('auto'));
  expect(await backends.use('webgl')).toBe('cpu');
});

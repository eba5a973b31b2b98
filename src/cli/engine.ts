import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { Backends } from '../engine/tensor/backend';
import { roundAlike } from '../engine/tensor/wasmKernels';

/**
 * Starts TensorFlow.js: always on WebAssembly where it can be had, whichever is faster, so that the same command gives the
 * same numbers every time.
 * @param folder where the WebAssembly files lie
 */
export async function startEngine(folder: string, now: () => number): Promise<void> {
  // Without it TensorFlow.js greets users of Node with a banner.
  enableProdMode();
  roundAlike();
  const backends = new Backends(now);
  await backends.load({
    plain: bytes(join(folder, 'tfjs-backend-wasm.wasm')),
    simd: bytes(join(folder, 'tfjs-backend-wasm-simd.wasm')),
  });
  await backends.use('wasm');
}

function bytes(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

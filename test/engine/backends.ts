import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';

/** The backends that run in Node. */
export const backends = ['cpu', 'wasm'] as const;
export type TestBackend = (typeof backends)[number];

/** Makes a backend the current one; throws where it does not load. */
export async function useBackend(name: TestBackend): Promise<void> {
  setWasmPaths(join(import.meta.dirname, '../../node_modules/@tensorflow/tfjs-backend-wasm/dist/'));
  if (!(await setBackend(name))) throw new Error(`The ${name} backend does not load`);
  await ready();
}

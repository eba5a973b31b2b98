import { add, getBackend, tensor } from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { startEngine } from '../../src/cli/engine';
import { builtFolder } from './lvm';

test('the engine computes with WebAssembly, and greets nobody', async () => {
  const spies = (['log', 'warn', 'info', 'error'] as const).map((name) => vi.spyOn(console, name));
  await startEngine(await builtFolder(), () => performance.now());
  expect(getBackend()).toBe('wasm');
  expect(Array.from(add(tensor([1, 2]), 1).dataSync())).toEqual([2, 3]);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test('without its files it says which is missing', async () => {
  await expect(startEngine('/nowhere', () => 0)).rejects.toThrow('tfjs-backend-wasm.wasm');
});

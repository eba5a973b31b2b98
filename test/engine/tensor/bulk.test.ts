import { expect, it, vi } from 'vitest';

it('is there when TensorFlow.js is, and not before', async () => {
  vi.resetModules();
  const { bulk } = await import('../../../src/engine/tensor/bulk');
  expect(bulk()).toBeNull();
  const { Backends } = await import('../../../src/engine/tensor/backend');
  expect(bulk()).toBeNull();
  new Backends(() => 0);
  expect(bulk()!.productWithTransposed.name).toBe('productWithTransposed');
});

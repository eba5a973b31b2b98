import { afterEach, describe, expect, it, vi } from 'vitest';
import bytes from '../../../src/engine/tensor/kernels/kernels.wasm';
import { Kernels, kernels } from '../../../src/engine/tensor/wasmKernels';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const fresh = () => new Kernels(new WebAssembly.Module(bytes()));

describe('kernels', () => {
  it('are compiled once', () => {
    expect(kernels()).toBeInstanceOf(Kernels);
    expect(kernels()).toBe(kernels());
  });

  it.each([
    ['WebAssembly', undefined],
    ['SIMD', { ...WebAssembly, validate: () => false }],
  ])('are null without %s', async (_, assembly) => {
    vi.stubGlobal('WebAssembly', assembly);
    vi.resetModules();
    const again = await import('../../../src/engine/tensor/wasmKernels');
    expect(again.kernels()).toBeNull();
  });
});

describe('Kernels', () => {
  it('gives room that is aligned and does not overlap, and all of it again after a reset', () => {
    const own = fresh();
    own.reset();
    const [a, b] = [own.room(20), own.room(1)];
    expect(a % 16).toBe(0);
    expect(b - a).toBe(32);
    own.reset();
    expect(own.room(4)).toBe(a);
  });

  it('grows its memory where it must, and keeps what is in it', () => {
    const own = fresh();
    own.reset();
    const a = own.put([1, 2, 3], 6, 9);
    const far = own.room(10_000_000);
    own.floats(far, 2_500_000).fill(5);
    expect(Array.from(own.floats(a, 6))).toEqual([1, 2, 3, 9, 9, 9]);
    expect(own.floats(far, 2_500_000)[2_499_999]).toBe(5);
  });

  it('computes on memory that has grown', () => {
    const own = fresh();
    own.reset();
    own.room(50_000_000);
    const [x, kernel, bias, out] = [own.put([1], 4), own.put([-1, 0, 1, 2]), own.put([0, 0, 0, 0]), own.room(64)];
    own.run.dense(x, 4, 1, kernel, bias, 4, 2, out);
    expect(Array.from(own.floats(out, 4))).toEqual([0, 0, 1, 2]);
  });
});

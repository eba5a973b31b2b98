import { add, engine, mul, type Tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { valuesOf as operandOf, resultOf } from '../../../src/engine/tensor/backendValues';
import { canFuse, checkOperand, registerFused, runFused } from '../../../src/engine/tensor/register';
import { backends, useBackend } from '../backends';
import { valuesOf } from './reference';

registerFused('TestDouble', (_, backend, { x }, { times }) =>
  resultOf(backend, x!.shape, 'float32', (values) => {
    operandOf(backend, x!).forEach((value, i) => {
      values[i] = value * (times as number);
    });
  }),
);

describe.each(backends)('a kernel of our own on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('takes part in the library: operands from its operations, results into them', () => {
    expect(canFuse('TestDouble')).toBe(true);
    const [values] = valuesOf(() => {
      const x = add(tensor1d([1, 2]), 1);
      return mul(runFused<Tensor>('TestDouble', { x }, { times: 2 }), 10);
    });
    expect(values).toEqual([40, 60]);
  });

  it('is one that is registered', () => {
    expect(canFuse('TestTriple')).toBe(false);
  });
});

describe('without WebAssembly SIMD', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('the composed operations compute', async () => {
    await useBackend('cpu');
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const { denseLayers: alone } = await import('../../../src/engine/tensor/denseLayers');
    const { canFuse: can } = await import('../../../src/engine/tensor/register');
    expect(can('DenseLayers')).toBe(false);
    const [values] = valuesOf(() =>
      alone(tensor2d([[1]]), [{ kernel: tensor2d([[3]]), bias: tensor1d([1]), activation: 'linear' }]),
    );
    expect(values).toEqual([4]);
    expect(engine().backendName).toBe('cpu');
  });
});

describe('checkOperand', () => {
  it('names what is wrong', () => {
    const x = tensor2d([[1, 2]]);
    expect(() => checkOperand('Op', 'x', x, [null, 2])).not.toThrow();
    expect(() => checkOperand('Op', 'x', x, [2])).toThrow('Op: x must have the shape [2], not [1, 2].');
    expect(() => checkOperand('Op', 'x', tensor1d([true], 'bool'), [1])).toThrow('Op: x must be float32, not bool.');
    x.dispose();
  });
});

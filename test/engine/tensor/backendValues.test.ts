import { backend as currentBackend, engine, type TensorInfo, tensor1d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { kernelBackends, resultOf, valuesOf } from '../../../src/engine/tensor/backendValues';
import { backends, useBackend } from '../backends';

it('are those that run in Node and in the page', () => {
  expect(kernelBackends).toEqual(backends);
});

describe.each(kernelBackends)('the arrays of %s', (name) => {
  beforeAll(() => useBackend(name));

  it('are read where they are', () => {
    const x = tensor1d([1, 2, 3]);
    expect(Array.from(valuesOf(currentBackend(), x))).toEqual([1, 2, 3]);
    x.dispose();
  });

  it.each(['float32', 'int32'] as const)('are filled as %s', (dtype) => {
    const info: TensorInfo = resultOf(currentBackend(), [2, 2], dtype, (values) => values.set([1, 2, 3, 4.5]));
    const tensor = engine().makeTensorFromTensorInfo(info);
    expect(tensor.shape).toEqual([2, 2]);
    expect(Array.from(tensor.dataSync())).toEqual([1, 2, 3, dtype === 'int32' ? 4 : 4.5]);
    tensor.dispose();
  });
});

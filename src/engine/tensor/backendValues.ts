import type { DataType, TensorInfo, TypedArray } from '@tensorflow/tfjs-core';

/** What the plain backend offers for storing arrays. */
interface PlainStore {
  readonly data: { get(id: object): { readonly values: TypedArray } };
  makeTensorInfo(shape: readonly number[], dtype: DataType, values: TypedArray): TensorInfo;
}

/** The same of the WebAssembly backend. */
interface WasmStore {
  typedArrayFromHeap(info: TensorInfo): TypedArray;
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
}

/** The backends whose arrays the kernels can read. */
export const kernelBackends = ['cpu', 'wasm'] as const;

function isWasm(backend: object): backend is WasmStore {
  return 'typedArrayFromHeap' in backend;
}

/** The numbers of an operand of a kernel, where the backend keeps them: to be read at once, and not to be changed. */
export function valuesOf(backend: object, info: TensorInfo): TypedArray {
  return isWasm(backend) ? backend.typedArrayFromHeap(info) : (backend as PlainStore).data.get(info.dataId).values;
}

/** The result of a kernel, which `fill` writes into the array that the backend keeps. */
export function resultOf(
  backend: object,
  shape: readonly number[],
  dtype: 'float32' | 'int32',
  fill: (values: TypedArray) => void,
): TensorInfo {
  if (isWasm(backend)) {
    const info = backend.makeOutput(shape, dtype);
    fill(backend.typedArrayFromHeap(info));
    return info;
  }
  const size = shape.reduce((product, length) => product * length, 1);
  const values = dtype === 'int32' ? new Int32Array(size) : new Float32Array(size);
  fill(values);
  return (backend as PlainStore).makeTensorInfo(shape, dtype, values);
}

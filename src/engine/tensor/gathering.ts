import {
  type DataType,
  getKernel,
  registerKernel,
  type TensorInfo,
  type TypedArray,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** What the plain backend offers for storing arrays. */
interface Store {
  readonly data: { get(id: object): { readonly values: TypedArray } };
  makeTensorInfo(shape: number[], dtype: DataType, values: TypedArray): TensorInfo;
}

let done = false;

/**
 * Makes the plain backend's `gather` along the first axis some ten times faster: that backend finds the place of every element by
 * its coordinates, so here whole rows are copied. Results are the same.
 */
export function speedUpGathering(): void {
  const config = getKernel('GatherV2', 'cpu');
  if (done || config === undefined) return;
  done = true;
  unregisterKernel('GatherV2', 'cpu');
  registerKernel({
    ...config,
    kernelFunc: (params) => {
      const { x, indices } = params.inputs as { x: TensorInfo; indices: TensorInfo };
      const { axis, batchDims } = params.attrs as unknown as { axis: number; batchDims: number };
      const plain = x.dtype === 'float32' || x.dtype === 'int32';
      if (axis !== 0 || batchDims !== 0 || !plain || x.shape.length === 0) return config.kernelFunc(params);
      const store = params.backend as Store;
      const rows = store.data.get(indices.dataId).values;
      const values = store.data.get(x.dataId).values;
      const taken = takeRows(values, x.shape[0]!, rows);
      // What is out of range is the library's to complain of.
      if (taken === null) return config.kernelFunc(params);
      return store.makeTensorInfo([...indices.shape, ...x.shape.slice(1)], x.dtype, taken);
    },
  });
}

/** @returns null where a row is not there */
function takeRows(values: TypedArray, count: number, rows: TypedArray): TypedArray | null {
  const length = count === 0 ? 0 : values.length / count;
  const Kind = values.constructor as new (length: number) => TypedArray;
  const result = new Kind(rows.length * length);
  for (let i = 0, at = 0; i < rows.length; i++, at += length) {
    const row = rows[i]!;
    if (!(row >= 0 && row < count)) return null;
    if (length === 1) result[at] = values[row]!;
    else result.set(values.subarray(row * length, (row + 1) * length), at);
  }
  return result;
}

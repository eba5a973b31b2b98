import {
  getKernel,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  type TypedArray,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

/** The elementwise kernels of two operands that the engine's expressions and families use. */
const binaryKernels = [
  'Add',
  'Sub',
  'Multiply',
  'RealDiv',
  'Pow',
  'Maximum',
  'Minimum',
  'SquaredDifference',
  'Equal',
  'NotEqual',
  'Less',
  'LessEqual',
  'Greater',
  'GreaterEqual',
  'LogicalAnd',
  'LogicalOr',
  'FloorDiv',
  'Mod',
] as const;

/** What the plain backend offers for storing arrays. */
interface Store {
  readonly data: { get(id: object): { values: unknown } };
  makeTensorInfo(shape: number[], dtype: TensorInfo['dtype'], values: TypedArray): TensorInfo;
  disposeIntermediateTensorInfo(info: TensorInfo): void;
}

let done = false;

/**
 * Makes the plain backend's operations on operands of different shapes about thirty times faster: that backend finds the place of
 * every element anew, so here the operands are first written out to the common shape, by runs. Results are the same.
 */
export function speedUpBroadcasting(): void {
  if (done) return;
  done = true;
  for (const name of binaryKernels) replace(name, (config) => withOperandsSpread(config.kernelFunc));
  replace('Tile', (config) => (params) => {
    const { x } = params.inputs as { x: TensorInfo };
    const { reps } = params.attrs as unknown as { reps: number[] };
    const repeats = x.shape.every((length, axis) => length === 1 || reps[axis] === 1);
    if (!repeats || reps.length !== x.shape.length || x.dtype === 'string') return config.kernelFunc(params);
    return spread(
      params.backend as Store,
      x,
      x.shape.map((length, axis) => length * reps[axis]!),
    );
  });
}

function replace(name: string, change: (config: KernelConfig) => KernelFunc): void {
  const config = getKernel(name, 'cpu');
  if (config === undefined) return;
  const kernelFunc = change(config);
  unregisterKernel(name, 'cpu');
  registerKernel({ ...config, kernelFunc });
}

function withOperandsSpread(kernel: KernelFunc): KernelFunc {
  return (params) => {
    const { a, b } = params.inputs as { a: TensorInfo; b: TensorInfo };
    const shape = commonShape(a.shape, b.shape);
    if (shape === null || a.dtype === 'complex64' || b.dtype === 'complex64') return kernel(params);
    const store = params.backend as Store;
    const made: TensorInfo[] = [];
    const operand = (info: TensorInfo) => {
      // Operands without axes are fast as they are.
      if (info.shape.length === 0 || sameShape(info.shape, shape)) return info;
      const wide = spread(store, info, shape);
      made.push(wide);
      return wide;
    };
    const result = kernel({ ...params, inputs: { a: operand(a), b: operand(b) } });
    for (const info of made) store.disposeIntermediateTensorInfo(info);
    return result;
  };
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** null where the operands do not go together: the kernel itself then says so. */
function commonShape(a: readonly number[], b: readonly number[]): number[] | null {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const [x, y] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
    if (x !== y && x !== 1 && y !== 1) return null;
    shape.push(x === 1 ? y : x);
  }
  return shape;
}

/** Writes an array out to a larger shape, repeating it along the axes where it has length one. */
function spread(store: Store, info: TensorInfo, shape: number[]): TensorInfo {
  let values = store.data.get(info.dataId).values as TypedArray;
  const own = [...Array<number>(shape.length - info.shape.length).fill(1), ...info.shape];
  // From the last axis to the first: `inner` numbers stand together already.
  let inner = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const times = own[axis] === 1 ? shape[axis]! : 1;
    if (times > 1) values = repeatRuns(values, inner, times);
    inner *= shape[axis]!;
  }
  return store.makeTensorInfo(shape, info.dtype, values);
}

function repeatRuns(values: TypedArray, run: number, times: number): TypedArray {
  const Kind = values.constructor as new (length: number) => TypedArray;
  const result = new Kind(values.length * times);
  if (run === 1) {
    for (let i = 0, at = 0; i < values.length; i++) {
      result.fill(values[i]!, at, at + times);
      at += times;
    }
    return result;
  }
  for (let start = 0, at = 0; start < values.length; start += run) {
    const piece = values.subarray(start, start + run);
    for (let k = 0; k < times; k++, at += run) result.set(piece, at);
  }
  return result;
}

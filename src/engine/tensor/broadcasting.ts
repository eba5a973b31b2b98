import {
  getKernel,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  type TypedArray,
  unregisterKernel,
  util,
} from '@tensorflow/tfjs-core';

/** The elementwise kernels of two operands that the engine's expressions and families use. */
const binaryKernels = [
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
  for (const [name, row] of Object.entries(rows)) replace(name, (config) => inRows(row, config.kernelFunc));
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

/** Combines `n` numbers of a and b, each from a place on and by a stride of 0 or 1. */
type Row = (
  out: Float32Array,
  at: number,
  a: TypedArray,
  ai: number,
  as: number,
  b: TypedArray,
  bi: number,
  bs: number,
  n: number,
) => void;

/** The four arithmetic operations as loops of their own: a loop that calls its operation is several times slower. */
const rows: Readonly<Record<string, Row>> = {
  Add: (out, at, a, ai, as, b, bi, bs, n) => {
    for (let i = 0; i < n; i++) out[at + i] = a[ai + i * as]! + b[bi + i * bs]!;
  },
  Sub: (out, at, a, ai, as, b, bi, bs, n) => {
    for (let i = 0; i < n; i++) out[at + i] = a[ai + i * as]! - b[bi + i * bs]!;
  },
  Multiply: (out, at, a, ai, as, b, bi, bs, n) => {
    for (let i = 0; i < n; i++) out[at + i] = a[ai + i * as]! * b[bi + i * bs]!;
  },
  RealDiv: (out, at, a, ai, as, b, bi, bs, n) => {
    for (let i = 0; i < n; i++) out[at + i] = a[ai + i * as]! / b[bi + i * bs]!;
  },
};

function inRows(row: Row, kernel: KernelFunc): KernelFunc {
  return (params) => {
    const { a, b } = params.inputs as { a: TensorInfo; b: TensorInfo };
    const shape = a.dtype === 'float32' && b.dtype === 'float32' ? commonShape(a.shape, b.shape) : null;
    if (shape === null) return kernel(params);
    const store = params.backend as Store;
    const [x, y] = [store.data.get(a.dataId).values as TypedArray, store.data.get(b.dataId).values as TypedArray];
    const size = util.sizeFromShape(shape);
    const out = new Float32Array(size);
    const { run, xs, ys, outer } = longestRun(a.shape, b.shape, shape);
    const digits = outer.lengths.map(() => 0);
    let [ai, bi] = [0, 0];
    for (let at = 0; at < size; at += run) {
      row(out, at, x, ai, xs, y, bi, ys, run);
      for (let axis = digits.length - 1; axis >= 0; axis--) {
        const wraps = digits[axis] === outer.lengths[axis]! - 1;
        const step = wraps ? -digits[axis]! : 1;
        digits[axis] = digits[axis]! + step;
        ai += step * outer.x[axis]!;
        bi += step * outer.y[axis]!;
        if (!wraps) break;
      }
    }
    return store.makeTensorInfo(shape, 'float32', out);
  };
}

/** Splits a shape into its longest run of last axes over which both operands go by one stride, and the axes before them. */
function longestRun(a: readonly number[], b: readonly number[], shape: readonly number[]) {
  const lengthOf = (own: readonly number[], axis: number) => own[axis - shape.length + own.length] ?? 1;
  const repeats = (own: readonly number[], axis: number) => (lengthOf(own, axis) === 1 ? 0 : 1);
  let axis = shape.length;
  let run = 1;
  let strides: [number, number] | null = null;
  while (axis > 0) {
    const length = shape[axis - 1]!;
    const own: [number, number] = [repeats(a, axis - 1), repeats(b, axis - 1)];
    if (length > 1) {
      if (strides !== null && (strides[0] !== own[0] || strides[1] !== own[1])) break;
      strides = own;
    }
    run *= length;
    axis--;
  }
  const outer = { lengths: shape.slice(0, axis), x: new Array<number>(axis), y: new Array<number>(axis) };
  let [xs, ys] = [0, 1].map((i) => (strides?.[i] === 1 ? run : 1)) as [number, number];
  for (let i = axis - 1; i >= 0; i--) {
    outer.x[i] = repeats(a, i) * xs;
    outer.y[i] = repeats(b, i) * ys;
    xs *= lengthOf(a, i);
    ys *= lengthOf(b, i);
  }
  return { run, xs: strides?.[0] ?? 0, ys: strides?.[1] ?? 0, outer };
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

import {
  engine,
  getBackend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { kernelBackends } from './backendValues';
import { type Kernels, kernels } from './wasmKernels';

/** Computes one operation with the kernels, on the arrays of a backend. */
export type FusedKernel = (
  fused: Kernels,
  backend: object,
  inputs: Readonly<Record<string, TensorInfo>>,
  attributes: NamedAttrMap,
) => TensorInfo | TensorInfo[];

/** Makes an operation of our own a kernel of the backends that it can read. */
export function registerFused(name: string, compute: FusedKernel): void {
  for (const backendName of kernelBackends) {
    if (getKernel(name, backendName) !== undefined) continue;
    registerKernel({
      kernelName: name,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) => {
        const fused = kernels();
        if (fused === null) throw new Error(`${name} needs WebAssembly with SIMD; use the composed operations.`);
        return compute(fused, backend as object, inputs as Record<string, TensorInfo>, attrs ?? {});
      },
    });
  }
}

/**
 * Whether an operation can go through its kernel now. The composed operations take its place on other backends, where there is no
 * WebAssembly SIMD.
 */
export function canFuse(name: string): boolean {
  return kernels() !== null && getKernel(name, getBackend()) !== undefined;
}

/** Runs a registered kernel through the library, which then knows of its results. */
export function runFused<T extends Tensor | Tensor[]>(
  name: string,
  inputs: NamedTensorMap,
  attributes?: NamedAttrMap,
): T {
  return engine().runKernel<T>(name, inputs, attributes);
}

/** Throws an Error that names the operation and what is wrong with an operand, unless it is float32 of the given shape. */
export function checkOperand(operation: string, name: string, value: Tensor, shape: readonly (number | null)[]): void {
  const fits =
    value.shape.length === shape.length &&
    shape.every((length, axis) => length === null || length === value.shape[axis]);
  if (!fits) {
    const wanted = shape.map((length) => length ?? 'any').join(', ');
    throw new Error(`${operation}: ${name} must have the shape [${wanted}], not [${value.shape.join(', ')}].`);
  }
  if (value.dtype !== 'float32') throw new Error(`${operation}: ${name} must be float32, not ${value.dtype}.`);
}

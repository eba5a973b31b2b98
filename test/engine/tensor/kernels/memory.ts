import { kernels } from '../../../../src/engine/tensor/wasmKernels';

const loaded = kernels();
if (loaded === null) throw new Error('Node has WebAssembly SIMD.');

/** The kernels that the tests call directly. */
export const own = loaded;

/** A numbered activation of some numbers: as those that a layer takes the number 1 to. */
export function activated(values: readonly number[], code: number): number[] {
  own.reset();
  const units = (values.length + 3) & ~3;
  const [x, kernel, bias] = [own.put([1], 4), own.put(values, units), own.put([], units)];
  const out = own.room(16 * units);
  own.run.dense(x, 4, 1, kernel, bias, units, code, out);
  return Array.from(own.floats(out, values.length));
}

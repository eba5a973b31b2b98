import { kernels } from '../../webview/engine/kernels/kernels';

const loaded = kernels();
if (loaded === null) throw new Error('Node has WebAssembly SIMD.');

/** The kernels that the tests call directly. */
export const own = loaded;

export function putDoubles(values: readonly number[]): number {
  const at = own.room(8 * values.length);
  own.doubles(at, values.length).set(values);
  return at;
}

/** A numbered activation of some numbers. */
export function activated(values: readonly number[], code: number): number[] {
  own.reset();
  const length = (values.length + 3) & ~3;
  const at = own.put(values, length);
  own.run.activate(at, length, code);
  return Array.from(own.floats(at, values.length));
}

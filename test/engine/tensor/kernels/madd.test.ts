import { setFlagsFromString } from 'node:v8';
import { it } from 'vitest';
import bytes from '../../../../src/engine/tensor/kernels/kernels.wasm';
import relaxedBytes from '../../../../src/engine/tensor/kernels/kernels-relaxed.wasm';
import { Kernels } from '../../../../src/engine/tensor/wasmKernels';
import { expectClose, numbers } from '../reference';

// Newer versions of Node have the relaxed instructions without being asked.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const [plain, relaxed] = [bytes, relaxedBytes].map((each) => new Kernels(new WebAssembly.Module(each()))) as [
  Kernels,
  Kernels,
];

/** The same computation by both modules. */
function both(compute: (own: Kernels) => Float32Array): [Float32Array, Float32Array] {
  return [plain, relaxed].map((own) => {
    own.reset();
    return compute(own).slice();
  }) as [Float32Array, Float32Array];
}

it.each([1, 3, 4, 5, 6, 7, 8])('rounded once or twice gives the same layer with activation %i', (code) => {
  const [a, b] = both((own) => {
    const [x, kernel, bias] = [numbers(40, -2, 2, 1), numbers(120, -1, 1, 2), numbers(12, -1, 1, 3)].map((each) =>
      own.put(each),
    ) as [number, number, number];
    const out = own.room(4 * 48);
    own.run.dense(x, 4, 10, kernel, bias, 12, code, out);
    return own.floats(out, 48);
  });
  expectClose(b, a, 2e-6, 1e-6);
});

it('rounded once or twice gives the same plane', () => {
  const [a, b] = both((own) => {
    const put = (count: number, low: number, high: number, seed: number) => own.put(numbers(count, low, high, seed));
    const [x, y] = [put(8, -2, 2, 1), put(12, -2, 2, 2)];
    const [mx, sx, my, sy, c] = [
      put(99, -1, 1, 3),
      put(99, 1, 2, 4),
      put(99, -1, 1, 5),
      put(99, 1, 2, 6),
      put(99, -5, 0, 7),
    ];
    const out = own.put(new Float32Array(96));
    own.run.planeSums(x, 8, y, 12, mx, sx, my, sy, c, 99, own.room(4 * 32 * 20), out);
    return own.floats(out, 96);
  });
  expectClose(b, a, 2e-6);
});

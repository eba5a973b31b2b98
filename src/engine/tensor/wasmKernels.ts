import bytes from './kernels/kernels.wasm';
import relaxedBytes from './kernels/kernels-relaxed.wasm';

/** The functions of the WebAssembly module. Every argument that is no count, code or number is a place in its memory, in bytes. */
export interface KernelFunctions {
  dense(
    x: number,
    rows: number,
    inputs: number,
    kernel: number,
    bias: number,
    units: number,
    activation: number,
    out: number,
  ): void;
  planeSums(
    x: number,
    columns: number,
    y: number,
    rows: number,
    meanX: number,
    scaleX: number,
    meanY: number,
    scaleY: number,
    offset: number,
    nodes: number,
    scratch: number,
    out: number,
  ): void;
}

interface Exports extends KernelFunctions {
  readonly memory: WebAssembly.Memory;
  freeMemory(): number;
}

/**
 * The kernels with their memory. A computation calls `reset`, takes room for its arrays one after the other, and reads its
 * results before the next one starts; nothing is kept in between. Views of the memory end with the next `room`, which may grow it.
 */
export class Kernels {
  readonly run: KernelFunctions;
  private readonly memory: WebAssembly.Memory;
  private readonly first: number;
  private top: number;

  constructor(module: WebAssembly.Module) {
    // The one import is the abort of the language's runtime, which these kernels never reach.
    const exports = new WebAssembly.Instance(module, {}).exports as unknown as Exports;
    this.run = exports;
    this.memory = exports.memory;
    this.first = aligned(exports.freeMemory());
    this.top = this.first;
  }

  /** Frees all room. */
  reset(): void {
    this.top = this.first;
  }

  /** Room for so many bytes, aligned to 16; what is in it is undefined. Throws a RangeError where there is no memory left. */
  room(bytes: number): number {
    const at = this.top;
    this.top = at + aligned(bytes);
    const missing = this.top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / page));
    return at;
  }

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, length);
  }

  /** Room for numbers in single precision, filled with them and on to `length` with `rest`. */
  put(values: ArrayLike<number>, length = values.length, rest = 0): number {
    const at = this.room(4 * length);
    const view = this.floats(at, length);
    view.set(values);
    if (length > values.length) view.fill(rest, values.length);
    return at;
  }
}

const page = 65_536;

function aligned(bytes: number): number {
  return (bytes + 15) & ~15;
}

let loaded: Kernels | null | undefined;

/** The kernels, compiled at the first call; null where WebAssembly or its SIMD is not there. */
export function kernels(): Kernels | null {
  if (loaded === undefined) loaded = load([relaxedBytes, bytes]);
  return loaded;
}

function load(modules: readonly (() => BufferSource)[]): Kernels | null {
  if (typeof WebAssembly === 'undefined') return null;
  // Whether a module is valid is whether its instructions are known. The relaxed ones round less often and are faster.
  for (const make of modules) {
    const module = make();
    if (WebAssembly.validate(module)) return new Kernels(new WebAssembly.Module(module));
  }
  return null;
}

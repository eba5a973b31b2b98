import {
  env,
  findBackendFactory,
  getBackend,
  matMul,
  mul,
  registerBackend,
  removeBackend,
  reshape,
  setBackend,
  square,
  sub,
  tanh,
  tensor,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { WasmBytes } from '../api/messages';
import type { BackendName } from '../api/preview';
import { provideBulk } from './bulk';
import { bulkLayers } from './bulkLayers';
import { productWithTransposed } from './products';
import { scoped } from './scoped';

/** The TensorFlow.js backends that are there: the plain one at once, WebAssembly when its bytes have come. */
export class Backends {
  private loading: Promise<boolean> | null = null;
  private wasm = false;
  private fastest: BackendName = 'cpu';

  constructor(private readonly now: () => number) {
    provideBulk({ layers: bulkLayers, productWithTransposed });
    // The plain backend starts at once; without this the library would wait for the other.
    void setBackend('cpu');
  }

  /**
   * Loads the WebAssembly backend from its bytes and measures whether it is the faster one here.
   * @returns whether it can be used
   */
  load(bytes: WasmBytes): Promise<boolean> {
    this.loading ??= this.loadOnce(bytes);
    return this.loading;
  }

  private async loadOnce(bytes: WasmBytes): Promise<boolean> {
    serveWasm(bytes);
    // The threaded variant needs cross-origin isolation, which a webview lacks, and is no faster on small work.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    try {
      await makeReady('wasm');
      this.wasm = true;
      this.compare();
    } catch {
      this.wasm = false;
    }
    return this.wasm;
  }

  /** Measures both, in one turn: the present backend is back before anything else can run. */
  private compare(): void {
    const before = getBackend();
    void setBackend('wasm');
    const wasm = this.measure();
    void setBackend('cpu');
    this.fastest = wasm <= this.measure() ? 'wasm' : 'cpu';
    void setBackend(before);
  }

  /**
   * Makes a backend the present one.
   * @returns the name of the one in use: the plain one where the one asked for is not there
   */
  async use(wanted: 'auto' | BackendName): Promise<BackendName> {
    const name = wanted === 'auto' ? this.fastest : wanted === 'wasm' && this.wasm ? 'wasm' : 'cpu';
    if (getBackend() !== name) await setBackend(name);
    return name;
  }

  /** Milliseconds for a small network and a density at 128 points × 512 nodes; the second of two runs counts. */
  private measure(): number {
    let milliseconds = 0;
    for (let run = 0; run < 2; run++) {
      const start = this.now();
      scoped(() => {
        const z = tensor(
          Float32Array.from({ length: 512 * 16 }, (_, i) => Math.sin(i)),
          [512, 16],
        );
        const hidden = tanh(matMul(z, tensor(new Float32Array(256).fill(0.1), [16, 16])));
        const mean = reshape(matMul(hidden, tensor(new Float32Array(16).fill(0.2), [16, 1])), [1, 512]);
        const x = tensor(
          Float32Array.from({ length: 128 }, (_, i) => i / 16 - 4),
          [128, 1],
        );
        return mul(square(sub(x, mean)), -0.5).dataSync().length;
      });
      milliseconds = this.now() - start;
    }
    return milliseconds;
  }
}

/**
 * Makes a backend apart and puts it in the place of the factory that made it. While one that is named to `setBackend`
 * starts, TensorFlow.js refuses all work, that of the other backends too.
 */
async function makeReady(name: BackendName): Promise<void> {
  const backend = await findBackendFactory(name)();
  removeBackend(name);
  registerBackend(name, () => backend);
}

/** Hands the bytes to the backend when it fetches them by their names: a worker made from a blob can fetch nothing by itself. */
function serveWasm(bytes: WasmBytes): void {
  const files: Readonly<Record<string, ArrayBuffer>> = {
    'lvm:tfjs-backend-wasm.wasm': bytes.plain,
    'lvm:tfjs-backend-wasm-simd.wasm': bytes.simd,
    'lvm:tfjs-backend-wasm-threaded-simd.wasm': bytes.simd,
  };
  const { platform } = env();
  const fetchElsewhere = platform.fetch.bind(platform);
  platform.fetch = (path, init) => {
    const file = files[path];
    return file === undefined ? fetchElsewhere(path, init) : Promise.resolve(new Response(file));
  };
  setWasmPaths(Object.fromEntries(Object.keys(files).map((path) => [path.slice('lvm:'.length), path])), true);
}

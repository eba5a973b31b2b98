import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env } from '@tensorflow/tfjs-core';
import type { WasmBytes } from '../../src/engine/api/messages';
import type { BackendName, PreviewRequest } from '../../src/engine/api/preview';
import { previewModel } from '../../src/engine/service/previewModel';
import { Session } from '../../src/engine/service/session';
import { Backends } from '../../src/engine/tensor/backend';
import { analyse } from '../../src/language/analyse';
import { categories, networks, threeBumps } from './models';

/** Time from a request to its first answer, in milliseconds. */
interface Timing {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
}

const models = [
  { name: 'three bumps', text: threeBumps, runs: 300, backends: ['cpu', 'wasm'] },
  { name: 'two networks, one latent', text: networks(1), runs: 30, backends: ['cpu', 'wasm'] },
  { name: 'two networks, 4,096 draws', text: networks(3), runs: 10, backends: ['cpu', 'wasm'] },
  { name: '1,000 categories', text: categories(1000), runs: 10, backends: ['cpu', 'wasm'] },
  { name: '10,000 categories', text: categories(10_000), runs: 3, backends: ['cpu', 'wasm'] },
] as const;

/** How long the first answer takes, warm, when a number changes. */
export async function benchEngine(): Promise<Timing[]> {
  const backends = await loadedBackends();
  const timings: Timing[] = [];
  for (const { name, text, runs, backends: names } of models) {
    for (const backend of names) {
      await backends.use(backend);
      timings.push(time(`preview, ${name}, ${backend}`, text, backend, runs));
    }
  }
  return timings;
}

function time(name: string, text: string, backend: BackendName, runs: number): Timing {
  const session = new Session();
  const { model } = analyse(text);
  if (model === null) throw new Error(`The model of ${name} has an error.`);
  const times: number[] = [];
  for (let run = 0; run < 2 * runs; run++) {
    const numbers = model.numbers.map((value, slot) =>
      slot === model.numbers.length - 1 ? value + 1e-4 * run : value,
    );
    const request: PreviewRequest = {
      generation: run,
      structureKey: model.structureKey,
      structure: model.structure,
      numbers,
      views: [],
      weights: new Map(),
      data: new Map(),
      query: {
        observed: null,
        latent: null,
        points: 512,
        draws: 4096,
        samples: 2000,
        seed: 0,
        evidence: [],
        zoom: null,
        standing: [],
        mass: 0.998,
        asides: [],
        backend,
      },
    };
    const start = performance.now();
    for (const answer of previewModel(session, request, backend, () => performance.now())) {
      if (answer?.kind === 'refusal') throw new Error(answer.reason);
      if (answer !== null) break;
    }
    if (run >= runs) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, median: times[Math.floor(runs / 2)]!, fastest: times[0]! };
}

let loading: Promise<Backends> | null = null;

/** The backends of TensorFlow.js with WebAssembly loaded, the same for all measurements of a process. */
export function loadedBackends(): Promise<Backends> {
  loading ??= loadBackends();
  return loading;
}

async function loadBackends(): Promise<Backends> {
  env().set('IS_TEST', true);
  const backends = new Backends(() => performance.now());
  if (!(await backends.load(await wasmBytes()))) throw new Error('The WebAssembly backend does not load.');
  return backends;
}

async function wasmBytes(): Promise<WasmBytes> {
  const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@tensorflow/tfjs-backend-wasm'));
  const read = async (name: string) => {
    const file = await readFile(join(folder, name));
    return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  };
  return { plain: await read('tfjs-backend-wasm.wasm'), simd: await read('tfjs-backend-wasm-simd.wasm') };
}

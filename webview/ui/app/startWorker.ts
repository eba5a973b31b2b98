import type { WorkerLike } from '../../../src/engine/service/client';
import { WorkerTurns } from './workerTurns';

/** Where the extension's files are for this page, as the host wrote them on the root element. */
export interface EngineFiles {
  readonly worker: string;
  readonly wasmPlain: string;
  readonly wasmSimd: string;
}

/** @returns the addresses on the root element. Throws where the host's page lacks one. */
export function engineFiles(root: HTMLElement): EngineFiles {
  const read = (name: string): string => {
    const value = root.dataset[name];
    if (value === undefined || value === '') throw new Error(`The page does not say where ${name} is.`);
    return value;
  };
  return { worker: read('worker'), wasmPlain: read('wasmPlain'), wasmSimd: read('wasmSimd') };
}

/**
 * Loads the worker's script. A worker cannot be started from the extension's own address, which is not the page's, so
 * it is started from a blob of the same bytes.
 * @returns a function that starts one worker each time it is called. Throws where the script cannot be loaded.
 */
export async function loadWorker(address: string): Promise<() => WorkerLike> {
  const script = URL.createObjectURL(new Blob([await loadBytes(address)], { type: 'text/javascript' }));
  return () => adapt(new Worker(script));
}

/** @returns the bytes of a file of the extension. Throws where it cannot be loaded. */
export async function loadBytes(address: string): Promise<ArrayBuffer> {
  return (await load(address)).arrayBuffer();
}

async function load(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be loaded: ${response.status}`);
  return response;
}

/** Calls back when whoever holds a lock has lost it; never after the signal. */
function whenFree(name: string, signal: AbortSignal, then: () => void): void {
  navigator.locks.request(name, { signal }, then).catch(() => {});
}

/** What a worker throws is the client's to tell of; the console stays quiet. */
function adapt(worker: Worker): WorkerLike {
  const ended = new AbortController();
  const turns = new WorkerTurns((message) => worker.postMessage(message));
  const like: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => turns.send(message),
    terminate: () => {
      ended.abort();
      worker.terminate();
    },
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = turns.received(data);
    if (message?.type === 'lock') {
      whenFree(message.name, ended.signal, () => like.onerror?.(new Error('The worker is gone.')));
    }
    like.onmessage?.({ data });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    like.onerror?.(event);
  };
  return like;
}

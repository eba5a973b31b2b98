import type { PreviewAnswer, PreviewRequest } from './preview';

/** The bytes of the WebAssembly backend; `simd` where the machine has it. */
export interface WasmBytes {
  readonly plain: ArrayBuffer;
  readonly simd: ArrayBuffer;
}

/** What the page sends to the worker. */
export type ToWorker =
  /** Loads the WebAssembly backend; until then, and without it, the plain one computes. */
  | { readonly type: 'wasm'; readonly wasm: WasmBytes }
  | { readonly type: 'request'; readonly request: PreviewRequest }
  /** Asks for a sign of life. */
  | { readonly type: 'ping' };

/** What the worker sends to the page. */
export type FromWorker =
  | { readonly type: 'answer'; readonly answer: PreviewAnswer }
  | { readonly type: 'log'; readonly level: 'info' | 'error'; readonly message: string }
  /** A sign of life: the answer to a ping, and to every request before it is computed. */
  | { readonly type: 'alive' }
  /** The worker holds the lock of this name as long as it lives. */
  | { readonly type: 'lock'; readonly name: string };

/**
 * Both sides are our own code: the frame of a message is checked, and what is inside is trusted.
 * @returns the message, or null where it is none
 */
export function readToWorker(value: unknown): ToWorker | null {
  if (!isRecord(value)) return null;
  const { type, wasm, request } = value;
  if (type === 'wasm' && isRecord(wasm) && isBytes(wasm.plain) && isBytes(wasm.simd)) {
    return { type, wasm: { plain: wasm.plain, simd: wasm.simd } };
  }
  if (type === 'ping') return { type };
  return type === 'request' && isRequest(request) ? { type, request } : null;
}

/** @returns the message, or null where it is none. */
export function readFromWorker(value: unknown): FromWorker | null {
  if (!isRecord(value)) return null;
  const { type, answer, level, message, name } = value;
  if (type === 'answer' && isAnswer(answer)) return { type, answer };
  if (type === 'log' && (level === 'info' || level === 'error') && typeof message === 'string') {
    return { type, level, message };
  }
  if (type === 'alive') return { type };
  if (type === 'lock' && typeof name === 'string') return { type, name };
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isBytes(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}

function isRequest(value: unknown): value is PreviewRequest {
  return (
    isRecord(value) &&
    typeof value.generation === 'number' &&
    typeof value.structureKey === 'string' &&
    Array.isArray(value.numbers) &&
    isRecord(value.query)
  );
}

function isAnswer(value: unknown): value is PreviewAnswer {
  return (
    isRecord(value) &&
    typeof value.generation === 'number' &&
    ((value.kind === 'preview' && isRecord(value.observed) && isRecord(value.method)) ||
      (value.kind === 'refusal' && typeof value.reason === 'string'))
  );
}

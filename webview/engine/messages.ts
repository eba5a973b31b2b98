import * as v from 'valibot';
import type { PreviewAnswer, PreviewRequest } from './preview';

/** The bytes of the WebAssembly backend; `simd` where the machine has it. */
const wasm = v.object({ plain: v.instance(ArrayBuffer), simd: v.instance(ArrayBuffer) });
export type WasmBytes = v.InferOutput<typeof wasm>;

/** Requests and answers are made by our own code on both sides: their frame is checked, and what is inside is trusted. */
const request = v.custom<PreviewRequest>(
  (value) => isRecord(value) && typeof value.generation === 'number' && isRecord(value.query),
);
const answer = v.custom<PreviewAnswer>(
  (value) => isRecord(value) && typeof value.generation === 'number' && typeof value.kind === 'string',
);

const toWorker = v.variant('type', [
  /** Loads the WebAssembly backend; until then, and without it, the plain one computes. */
  v.object({ type: v.literal('wasm'), wasm }),
  v.object({ type: v.literal('request'), request }),
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

const fromWorker = v.variant('type', [
  v.object({ type: v.literal('answer'), answer }),
  v.object({ type: v.literal('log'), level: v.picklist(['info', 'error']), message: v.string() }),
]);
export type FromWorker = v.InferOutput<typeof fromWorker>;

/** @returns the message, or null where it is none. */
export function readToWorker(value: unknown): ToWorker | null {
  const result = v.safeParse(toWorker, value);
  return result.success ? result.output : null;
}

/** @returns the message, or null where it is none. */
export function readFromWorker(value: unknown): FromWorker | null {
  const result = v.safeParse(fromWorker, value);
  return result.success ? result.output : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import { expect, it } from 'vitest';
import { readFromWorker, readToWorker } from '../../../src/engine/api/messages';
import { bumps, requestFor, threeBumps } from '../build';

it('reads what the page sends', () => {
  const request = requestFor(bumps(threeBumps));
  expect(readToWorker({ type: 'request', request })).toEqual({ type: 'request', request });
  const wasm = { plain: new ArrayBuffer(2), simd: new ArrayBuffer(3) };
  expect(readToWorker({ type: 'wasm', wasm })).toEqual({ type: 'wasm', wasm });
  expect(readToWorker({ type: 'ping' })).toEqual({ type: 'ping' });
});

it('reads what the worker sends', () => {
  const answer = { kind: 'refusal', generation: 3, reason: 'because' };
  expect(readFromWorker({ type: 'answer', answer })).toEqual({ type: 'answer', answer });
  const log = { type: 'log', level: 'error', message: 'm' };
  expect(readFromWorker(log)).toEqual(log);
  expect(readFromWorker({ type: 'alive' })).toEqual({ type: 'alive' });
  expect(readFromWorker({ type: 'lock', name: 'n' })).toEqual({ type: 'lock', name: 'n' });
});

it.each([
  null,
  1,
  'request',
  {},
  { type: 'request' },
  { type: 'request', request: { generation: '1' } },
  { type: 'wasm', wasm: {} },
])('drops %j, which the page never sends', (value) => {
  expect(readToWorker(value)).toBeNull();
});

it.each([
  null,
  undefined,
  [],
  { type: 'answer', answer: { kind: 'preview' } },
  { type: 'log', level: 'loud', message: '' },
  { type: 'lock' },
])('drops %j, which the worker never sends', (value) => {
  expect(readFromWorker(value)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import type { ToWorker } from '../../../src/engine/api/messages';
import { WorkerTurns } from '../../../webview/ui/app/workerTurns';
import { preview } from '../../plots/fixtures';

const wasm: ToWorker = { type: 'wasm', wasm: { plain: new ArrayBuffer(1), simd: new ArrayBuffer(1) } };
const log = { type: 'log', level: 'info', message: 'WebAssembly is ready.' };

function request(generation: number): ToWorker {
  return {
    type: 'request',
    request: {
      generation,
      structureKey: 'k',
      structure: null,
      numbers: [],
      views: [],
      weights: new Map(),
      data: new Map(),
      query: {
        observed: null,
        latent: null,
        points: 16,
        draws: 16,
        samples: 0,
        seed: 0,
        evidence: [],
        zoom: null,
        standing: [],
        mass: 0.998,
        asides: [],
        backend: 'auto',
      },
    },
  };
}

const answer = (generation: number, final = true): unknown => ({
  type: 'answer',
  answer: preview({ generation, final }),
});

function setUp(): { turns: WorkerTurns; posted: ToWorker[] } {
  const posted: ToWorker[] = [];
  return { turns: new WorkerTurns((message) => posted.push(message)), posted };
}

describe('the worker’s turns', () => {
  it('give the first request to the plain backend and load WebAssembly after its last answer', () => {
    const { turns, posted } = setUp();
    turns.send(wasm);
    turns.send(request(1));
    expect(posted).toEqual([request(1)]);
    turns.received(answer(1, false));
    expect(posted).toEqual([request(1)]);
    turns.received(answer(1));
    expect(posted).toEqual([request(1), wasm]);
  });

  it('hold requests while WebAssembly loads, all of them and in order', () => {
    const { turns, posted } = setUp();
    turns.send(request(1));
    turns.received(answer(1));
    turns.send(wasm);
    turns.send(request(2));
    turns.send(request(3));
    expect(posted).toEqual([request(1), wasm]);
    turns.received(log);
    expect(posted).toEqual([request(1), wasm, request(2), request(3)]);
  });

  it('let a ping pass at any time', () => {
    const { turns, posted } = setUp();
    turns.send(request(1));
    turns.received(answer(1));
    turns.send(wasm);
    turns.send({ type: 'ping' });
    turns.received({ type: 'alive' });
    turns.send(request(2));
    expect(posted).toEqual([request(1), wasm, { type: 'ping' }]);
  });

  it('wait for the newest request, not for one that was overtaken', () => {
    const { turns, posted } = setUp();
    turns.send(request(1));
    turns.send(wasm);
    turns.send(request(2));
    turns.received(answer(1));
    expect(posted).toEqual([request(1), request(2)]);
    turns.received({ type: 'answer', answer: { kind: 'refusal', generation: 2, reason: 'no' } });
    expect(posted.at(-1)).toEqual(wasm);
  });

  it('let everything pass once it is loaded, and drop nothing that cannot be read', () => {
    const { turns, posted } = setUp();
    turns.send(request(1));
    turns.received('nonsense');
    turns.received(log);
    turns.send(request(2));
    expect(posted).toEqual([request(1), request(2)]);
  });
});

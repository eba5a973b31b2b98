import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ClientRequest, PreviewClient, type WorkerLike } from '../../webview/engine/client';
import type { ToWorker } from '../../webview/engine/messages';
import type { PreviewAnswer } from '../../webview/engine/preview';
import { bumps, requestFor, threeBumps } from './build';

/** A worker whose answers the test decides on. */
class SilentWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly got: ToWorker[] = [];
  stopped = false;

  postMessage(message: ToWorker): void {
    this.got.push(message);
  }

  terminate(): void {
    this.stopped = true;
  }

  refuse(generation: number): void {
    this.onmessage?.({ data: { type: 'answer', answer: { kind: 'refusal', generation, reason: 'no' } } });
  }

  requests() {
    return this.got.flatMap((message) => (message.type === 'request' ? [message.request] : []));
  }
}

function setUp() {
  const workers: SilentWorker[] = [];
  const answers: PreviewAnswer[] = [];
  const log: string[] = [];
  const client = new PreviewClient({
    start: () => {
      workers.push(new SilentWorker());
      return workers.at(-1)!;
    },
    onAnswer: (answer) => answers.push(answer),
    onLog: (_, message) => log.push(message),
    patience: 1000,
  });
  return { client, workers, answers, log };
}

function request(key = 'a'): ClientRequest {
  const { structure, ...rest } = requestFor(bumps(threeBumps));
  return { ...rest, structureKey: key, structure: structure! };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the client', () => {
  it('starts a worker with the first request, and numbers requests from 1', () => {
    const { client, workers } = setUp();
    expect(workers).toEqual([]);
    expect([client.request(request()), client.request(request())]).toEqual([1, 2]);
    expect(workers.length).toBe(1);
    expect(workers[0]!.requests().map(({ generation }) => generation)).toEqual([1, 2]);
  });

  it('starts it before where it is to be ready, once', () => {
    const { client, workers } = setUp();
    client.prepare();
    client.prepare();
    expect(workers.length).toBe(1);
    expect(workers[0]!.got).toEqual([]);
    client.request(request());
    expect(workers.length).toBe(1);
    expect(workers[0]!.requests().length).toBe(1);
  });

  it('sends a structure once, and again when the worker may have dropped it', () => {
    const { client, workers } = setUp();
    client.request(request('a'));
    client.request(request('a'));
    for (let i = 0; i < 8; i++) client.request(request(`b${i}`));
    client.request(request('a'));
    const sent = workers[0]!.requests().map(({ structure }) => structure !== null);
    expect(sent).toEqual([true, false, ...Array<boolean>(8).fill(true), true]);
  });

  it('passes answers on, but none older than one that it passed on', () => {
    const { client, workers, answers } = setUp();
    client.request(request());
    client.request(request());
    workers[0]!.refuse(2);
    workers[0]!.refuse(1);
    expect(answers.map(({ generation }) => generation)).toEqual([2]);
  });

  it('replaces a worker that stays silent while a newer request waits', () => {
    vi.useFakeTimers();
    const { client, workers, log } = setUp();
    client.load({ plain: new ArrayBuffer(1), simd: new ArrayBuffer(1) });
    client.request(request());
    vi.advanceTimersByTime(5000);
    expect(workers.length).toBe(1);
    client.request(request());
    vi.advanceTimersByTime(1001);
    expect(workers.length).toBe(2);
    expect(workers[0]!.stopped).toBe(true);
    expect(workers[1]!.got.map(({ type }) => type)).toEqual(['wasm', 'request']);
    expect(workers[1]!.requests()[0]).toMatchObject({ generation: 2, structureKey: 'a' });
    expect(workers[1]!.requests()[0]!.structure).not.toBeNull();
    expect(log).toEqual(['The preview worker did not answer and was started anew.']);
  });

  it('leaves a worker alone that answers', () => {
    vi.useFakeTimers();
    const { client, workers } = setUp();
    client.request(request());
    client.request(request());
    workers[0]!.refuse(1);
    vi.advanceTimersByTime(5000);
    expect(workers.length).toBe(1);
  });

  it('tries a crashed request once more, then refuses it', () => {
    const { client, workers, answers } = setUp();
    const generation = client.request(request());
    workers[0]!.onerror?.(new Error('out of memory'));
    expect(workers[1]!.requests().map((each) => each.generation)).toEqual([generation]);
    workers[1]!.onerror?.(new Error('out of memory'));
    expect(answers).toEqual([{ kind: 'refusal', generation, reason: expect.stringContaining('memory') as string }]);
    client.request(request());
    expect(workers.length).toBe(3);
  });

  it('logs what it cannot read', () => {
    const { client, workers, log } = setUp();
    client.request(request());
    workers[0]!.onmessage?.({ data: { type: 'answer', answer: 7 } });
    workers[0]!.onmessage?.({ data: { type: 'log', level: 'info', message: 'WebAssembly is ready.' } });
    expect(log).toEqual(['The page got a message from its worker that it cannot read.', 'WebAssembly is ready.']);
  });

  it('stops its worker, and starts one again when asked', () => {
    const { client, workers } = setUp();
    client.request(request());
    client.dispose();
    expect(workers[0]!.stopped).toBe(true);
    client.request(request());
    expect(workers.length).toBe(2);
  });
});

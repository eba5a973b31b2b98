import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ToWorker } from '../../../src/engine/api/messages';
import type { PreviewAnswer } from '../../../src/engine/api/preview';
import { type ClientRequest, PreviewClient, type WorkerLike } from '../../../src/engine/service/client';
import { bumps, requestFor, threeBumps } from '../build';

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

  say(data: unknown): void {
    this.onmessage?.({ data });
  }

  requests() {
    return this.got.flatMap((message) => (message.type === 'request' ? [message.request] : []));
  }
}

function setUp() {
  const workers: SilentWorker[] = [];
  const answers: PreviewAnswer[] = [];
  const log: string[] = [];
  const restarts: string[] = [];
  const client = new PreviewClient({
    start: () => {
      workers.push(new SilentWorker());
      return workers.at(-1)!;
    },
    onAnswer: (answer) => answers.push(answer),
    onLog: (_, message) => log.push(message),
    onRestart: (reason) => restarts.push(reason),
    silence: { idle: 1000, busy: 4000 },
  });
  return { client, workers, answers, log, restarts };
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

  it('replaces a worker that had nothing to do and does not answer: at the first request', () => {
    vi.useFakeTimers();
    const { client, workers, log, restarts } = setUp();
    client.load({ plain: new ArrayBuffer(1), simd: new ArrayBuffer(1) });
    client.request(request());
    workers[0]!.refuse(1);
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(1);
    client.request(request());
    vi.advanceTimersByTime(999);
    expect(workers.length).toBe(1);
    vi.advanceTimersByTime(2);
    expect(workers.length).toBe(2);
    expect(workers[0]!.stopped).toBe(true);
    expect(workers[1]!.got.map(({ type }) => type)).toEqual(['wasm', 'request']);
    expect(workers[1]!.requests()[0]).toMatchObject({ generation: 2, structureKey: 'a' });
    expect(workers[1]!.requests()[0]!.structure).not.toBeNull();
    expect(log).toEqual(['The preview worker blocked and was started anew.']);
    expect(restarts).toEqual(['The computation got stuck and is started anew.']);
  });

  it('leaves a worker alone that is slow and gives signs of life, for as long as it takes', () => {
    vi.useFakeTimers();
    const { client, workers, answers } = setUp();
    client.request(request());
    for (let i = 0; i < 50; i++) {
      // Steps that cannot be interrupted: nothing is heard in the middle of one.
      vi.advanceTimersByTime(3000);
      workers[0]!.say({ type: 'alive' });
    }
    workers[0]!.refuse(1);
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(1);
    expect(answers.length).toBe(1);
    expect(workers[0]!.got.filter(({ type }) => type === 'ping').length).toBeGreaterThan(50);
  });

  it('waits longer for one that has taken the request', () => {
    vi.useFakeTimers();
    const { client, workers } = setUp();
    client.request(request());
    workers[0]!.say({ type: 'alive' });
    vi.advanceTimersByTime(3500);
    expect(workers.length).toBe(1);
    vi.advanceTimersByTime(1000);
    expect(workers.length).toBe(2);
  });

  it('refuses what has made two workers silent', () => {
    vi.useFakeTimers();
    const { client, workers, answers } = setUp();
    const generation = client.request(request());
    vi.advanceTimersByTime(60_000);
    expect(workers.length).toBe(2);
    expect(workers.every(({ stopped }) => stopped)).toBe(true);
    expect(answers).toEqual([
      { kind: 'refusal', generation, reason: expect.stringContaining('stuck twice') as string },
    ]);
    client.request(request());
    expect(workers.length).toBe(3);
    workers[2]!.refuse(generation + 1);
    expect(answers.length).toBe(2);
  });

  it('tries a request whose worker has ended once more, then refuses it', () => {
    const { client, workers, answers, restarts } = setUp();
    const generation = client.request(request());
    workers[0]!.onerror?.(new Error('out of memory'));
    expect(restarts).toEqual(['The computation ended unexpectedly and is started anew.']);
    expect(workers[1]!.requests().map((each) => each.generation)).toEqual([generation]);
    workers[1]!.onerror?.(new Error('out of memory'));
    expect(answers).toEqual([{ kind: 'refusal', generation, reason: expect.stringContaining('memory') as string }]);
    client.request(request());
    expect(workers.length).toBe(3);
  });

  it('replaces one that ends while it has nothing to do, says nothing of it, and asks nothing again', () => {
    const { client, workers, restarts } = setUp();
    client.request(request());
    workers[0]!.refuse(1);
    workers[0]!.onerror?.(new Error('gone'));
    expect(workers.length).toBe(2);
    expect(workers[1]!.got).toEqual([]);
    expect(restarts).toEqual([]);
    // This one ends before it has said anything: the next one waits until it is needed.
    workers[1]!.onerror?.(new Error('gone'));
    expect(workers.length).toBe(2);
    client.request(request());
    expect(workers.length).toBe(3);
    expect(workers[2]!.requests()[0]!.structure).not.toBeNull();
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

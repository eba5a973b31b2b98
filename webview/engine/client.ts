import { type FromWorker, readFromWorker, type ToWorker, type WasmBytes } from './messages';
import type { PreviewAnswer, PreviewRequest } from './preview';

/** The part of a Worker that the client uses. */
export interface WorkerLike {
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** A request as the page makes it: the client numbers it and knows which structures the worker has. */
export type ClientRequest = Omit<PreviewRequest, 'generation' | 'structure'> & {
  readonly structure: NonNullable<PreviewRequest['structure']>;
};

export interface ClientOptions {
  /** Starts a worker; called again after a crash. */
  readonly start: () => WorkerLike;
  readonly onAnswer: (answer: PreviewAnswer) => void;
  readonly onLog: (level: 'info' | 'error', message: string) => void;
  /** Milliseconds without a sign of life, with a newer request waiting, after which the worker is started anew. */
  readonly patience?: number;
}

/**
 * The page's side of the preview worker. The latest request wins: the worker leaves an older one for it between two steps, and answers
 * older than one that was delivered are dropped. A worker that crashes or hangs is replaced.
 */
export class PreviewClient {
  private worker: WorkerLike | null = null;
  private wasm: WasmBytes | null = null;
  /** Keys of the structures that the worker has, the latest last. */
  private structures: string[] = [];
  private generation = 0;
  private delivered = 0;
  private latest: { readonly request: ClientRequest; readonly generation: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** The generation at which a worker last crashed: the same request does not get a third. */
  private crashedAt = 0;

  constructor(private readonly options: ClientOptions) {}

  /** Starts the worker before there is anything to ask. */
  prepare(): void {
    if (this.worker === null) this.start();
  }

  /** Hands the worker the WebAssembly backend; the bytes are kept for a worker that must be started anew. */
  load(wasm: WasmBytes): void {
    this.wasm = wasm;
    this.worker?.postMessage({ type: 'wasm', wasm });
  }

  /** @returns the generation that the answers to this request carry. */
  request(request: ClientRequest): number {
    this.generation++;
    const unanswered = this.latest !== null && this.delivered < this.latest.generation;
    this.latest = { request, generation: this.generation };
    this.send();
    if (unanswered) this.watch();
    return this.generation;
  }

  /** Stops the worker; a later request starts one again. */
  dispose(): void {
    this.stop();
    this.latest = null;
  }

  private send(): void {
    if (this.latest === null) return;
    const { request, generation } = this.latest;
    const worker = this.worker ?? this.start();
    const { structureKey } = request;
    const known = this.structures.includes(structureKey);
    this.structures = [...this.structures.filter((key) => key !== structureKey), structureKey].slice(-remembered);
    const structure = known ? null : request.structure;
    worker.postMessage({ type: 'request', request: { ...request, structure, generation } });
  }

  private start(): WorkerLike {
    const worker = this.options.start();
    this.worker = worker;
    worker.onmessage = ({ data }) => this.receive(readFromWorker(data));
    worker.onerror = () => this.crashed();
    if (this.wasm !== null) worker.postMessage({ type: 'wasm', wasm: this.wasm });
    return worker;
  }

  private stop(): void {
    this.unwatch();
    this.worker?.terminate();
    this.worker = null;
    this.structures = [];
  }

  private receive(message: FromWorker | null): void {
    if (message === null) {
      this.options.onLog('error', 'The page got a message from its worker that it cannot read.');
    } else if (message.type === 'log') {
      this.options.onLog(message.level, message.message);
    } else {
      this.unwatch();
      const { generation } = message.answer;
      if (generation < this.delivered) return;
      this.delivered = generation;
      this.options.onAnswer(message.answer);
    }
  }

  private watch(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.options.onLog('error', 'The preview worker did not answer and was started anew.');
      this.stop();
      this.send();
    }, this.options.patience ?? 5000);
  }

  private unwatch(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private crashed(): void {
    this.stop();
    if (this.latest === null) return;
    const { generation } = this.latest;
    if (this.crashedAt === generation) {
      const reason =
        'The preview’s worker stops on this model, perhaps because it needs too much memory. Make the model smaller.';
      this.delivered = generation;
      this.options.onAnswer({ kind: 'refusal', generation, reason });
      return;
    }
    this.crashedAt = generation;
    this.options.onLog('error', 'The preview worker stopped and was started anew.');
    this.send();
  }
}

/** Structures that the worker surely still has; it keeps some more. */
const remembered = 8;

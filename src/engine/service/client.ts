import { type FromWorker, readFromWorker, type ToWorker, type WasmBytes } from '../api/messages';
import type { PreviewAnswer, PreviewRequest } from '../api/preview';
import { type Silence, Watch } from './watch';

/** The part of a Worker that the client uses. */
export interface WorkerLike {
  onmessage: ((event: { data: unknown }) => void) | null;
  /** Called when the worker has thrown, or is gone. */
  onerror: ((event: unknown) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** A request as the page makes it: the client numbers it and knows which structures the worker has. */
export type ClientRequest = Omit<PreviewRequest, 'generation' | 'structure'> & {
  readonly structure: NonNullable<PreviewRequest['structure']>;
};

export interface ClientOptions {
  /** Starts a worker; called again when one is replaced. */
  readonly start: () => WorkerLike;
  readonly onAnswer: (answer: PreviewAnswer) => void;
  readonly onLog: (level: 'info' | 'error', message: string) => void;
  /** A worker was replaced while something was asked, which the new one is asked again; a sentence for the user. */
  readonly onRestart: (reason: string) => void;
  /** How long a worker may be silent; the usual where it is left out. */
  readonly silence?: Silence;
}

/**
 * The page's side of the preview worker. The latest request wins: the worker leaves an older one for it between two steps, and answers
 * older than one that was delivered are dropped. A worker that ends, or is silent for too long, is replaced, and asked the latest request
 * once more; where that ends as well, the request is refused.
 */
export class PreviewClient {
  private worker: WorkerLike | null = null;
  private wasm: WasmBytes | null = null;
  /** Keys of the structures that the worker has, the latest last. */
  private structures: string[] = [];
  private generation = 0;
  private delivered = 0;
  /** The newest request's that has had its last answer. */
  private settled = 0;
  private latest: { readonly request: ClientRequest; readonly generation: number } | null = null;
  private readonly watch: Watch;
  /** The generation at which a worker was last lost: the same request does not get a third. */
  private lostAt = 0;
  /** Whether the worker has said anything. */
  private heard = false;

  constructor(private readonly options: ClientOptions) {
    this.watch = new Watch(
      () => this.worker?.postMessage({ type: 'ping' }),
      () => this.lost('blocked'),
      options.silence,
    );
  }

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
    this.latest = { request, generation: this.generation };
    this.send();
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
    // One that has yet to load its script is not idle.
    this.watch.begin(this.heard);
  }

  private start(): WorkerLike {
    const worker = this.options.start();
    this.worker = worker;
    this.heard = false;
    worker.onmessage = ({ data }) => this.receive(readFromWorker(data));
    worker.onerror = () => this.lost('ended');
    if (this.wasm !== null) worker.postMessage({ type: 'wasm', wasm: this.wasm });
    return worker;
  }

  private stop(): void {
    this.watch.end();
    this.worker?.terminate();
    this.worker = null;
    this.structures = [];
  }

  private receive(message: FromWorker | null): void {
    this.heard = true;
    this.watch.heard();
    if (message === null) {
      this.options.onLog('error', 'The page got a message from its worker that it cannot read.');
    } else if (message.type === 'log') {
      this.options.onLog(message.level, message.message);
    } else if (message.type === 'answer') {
      const { answer } = message;
      if (answer.kind === 'refusal' || answer.final) this.settled = Math.max(this.settled, answer.generation);
      if (this.settled === this.generation) this.watch.end();
      if (answer.generation < this.delivered) return;
      this.delivered = answer.generation;
      this.options.onAnswer(answer);
    }
  }

  /** The worker has ended, or must be given up. */
  private lost(how: keyof typeof reasons): void {
    const lived = this.heard;
    this.stop();
    if (this.latest === null || this.settled === this.generation) {
      this.options.onLog('error', `The preview worker ${how} and is started anew.`);
      // One that ends before it has said a word would do so again and again.
      if (lived) this.start();
      return;
    }
    const { generation } = this.latest;
    if (this.lostAt === generation) {
      this.delivered = generation;
      this.settled = generation;
      this.options.onLog('error', `The preview worker ${how} twice on the same model.`);
      this.options.onAnswer({ kind: 'refusal', generation, reason: reasons[how].refused });
      return;
    }
    this.lostAt = generation;
    this.options.onLog('error', `The preview worker ${how} and was started anew.`);
    this.options.onRestart(reasons[how].repeated);
    this.send();
  }
}

/** Structures that the worker surely still has; it keeps some more. */
const remembered = 8;

const reasons = {
  ended: {
    repeated: 'The computation ended unexpectedly and is started anew.',
    refused:
      'The computation of this model ended unexpectedly twice, perhaps because it needs too much memory. Make the model smaller.',
  },
  blocked: {
    repeated: 'The computation got stuck and is started anew.',
    refused: 'The computation of this model got stuck twice, and was given up. Make the model smaller.',
  },
} as const;

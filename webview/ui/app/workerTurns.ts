import { type FromWorker, readFromWorker, type ToWorker } from '../../../src/engine/api/messages';

/**
 * Lets the worker do one thing at a time: TensorFlow.js has one present backend, so loading another in the middle of a
 * computation would take it away from under it. The WebAssembly files wait until the worker has answered what it was
 * asked (the plain backend gives the first picture), and what is asked while they load waits for them.
 */
export class WorkerTurns {
  readonly #post: (message: ToWorker) => void;
  #wasm: ToWorker | null = null;
  #loading = false;
  #held: ToWorker[] = [];
  /** The newest request's number, and the newest that has had its last answer. */
  #asked = 0;
  #settled = 0;

  /** @param post hands a message to the worker */
  constructor(post: (message: ToWorker) => void) {
    this.#post = post;
  }

  /** A message for the worker. */
  send(message: ToWorker): void {
    if (message.type === 'ping') {
      // Also while it loads.
      this.#post(message);
    } else if (message.type === 'wasm') {
      this.#wasm = message;
      // Nothing asked yet means that the first request is about to be: it goes first.
      if (this.#asked > 0) this.#loadWhenIdle();
    } else if (this.#loading) {
      this.#held.push(message);
    } else {
      this.#asked = Math.max(this.#asked, message.request.generation);
      this.#post(message);
    }
  }

  /** A message of the worker, on its way to the page. @returns what it says; null where it says nothing readable */
  received(data: unknown): FromWorker | null {
    const message = readFromWorker(data);
    if (message?.type === 'log') this.#loaded();
    else if (message?.type === 'answer') this.#settle(message);
    return message;
  }

  #settle({ answer }: Extract<FromWorker, { type: 'answer' }>): void {
    if (answer.kind === 'refusal' || answer.final) this.#settled = Math.max(this.#settled, answer.generation);
    this.#loadWhenIdle();
  }

  #loadWhenIdle(): void {
    if (this.#wasm === null || this.#settled < this.#asked) return;
    this.#loading = true;
    this.#post(this.#wasm);
    this.#wasm = null;
  }

  /** The worker says in its log how loading ended. */
  #loaded(): void {
    if (!this.#loading) return;
    this.#loading = false;
    const held = this.#held;
    this.#held = [];
    for (const message of held) this.send(message);
  }
}

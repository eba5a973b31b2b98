import type { PreviewAnswer, PreviewRequest } from '../../../src/engine/api/preview';
import type { ClientRequest } from '../../../src/engine/service/client';

/** The part of the engine's client that the panel uses. */
export interface Client {
  /** @returns the number that the answers to this request carry. */
  request(request: ClientRequest): number;
}

/** A request with the panel's own number, structure and all. */
export type WholeRequest = PreviewRequest & { readonly structure: ClientRequest['structure'] };

/**
 * Lets the panel ask before the engine is there, and in the panel's own numbers: while the worker's script is still on
 * its way only the newest request is kept, and answers come back under the number that the panel asked with.
 */
export class EngineLink {
  #client: Client | null = null;
  #waiting: WholeRequest | null = null;
  /** The panel's number by the client's; the newest last. */
  readonly #numbers = new Map<number, number>();
  readonly #onAnswer: (answer: PreviewAnswer) => void;

  constructor(onAnswer: (answer: PreviewAnswer) => void) {
    this.#onAnswer = onAnswer;
  }

  request(request: WholeRequest): void {
    if (this.#client === null) {
      this.#waiting = request;
      return;
    }
    const { generation, ...rest } = request;
    this.#numbers.set(this.#client.request(rest), generation);
    for (const number of this.#numbers.keys()) {
      if (this.#numbers.size <= mostRemembered) break;
      this.#numbers.delete(number);
    }
  }

  /** The engine is there. */
  connect(client: Client): void {
    this.#client = client;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.request(waiting);
  }

  /** An answer of the client; one to a request that is long forgotten is dropped. */
  answered(answer: PreviewAnswer): void {
    const generation = this.#numbers.get(answer.generation);
    if (generation !== undefined) this.#onAnswer({ ...answer, generation });
  }
}

const mostRemembered = 64;

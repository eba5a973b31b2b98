/** Passes values on, at most one in a while: of those that come in between, the last. The first goes at once. */
export class Paced<T> {
  readonly #wait: number;
  readonly #send: (value: T) => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #next: { readonly value: T } | null = null;

  /** @param wait milliseconds */
  constructor(wait: number, send: (value: T) => void) {
    this.#wait = wait;
    this.#send = send;
  }

  push(value: T): void {
    if (this.#timer === null) this.#pass(value);
    else this.#next = { value };
  }

  /** What waits is not sent any more. */
  drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#next = null;
  }

  #pass(value: T): void {
    this.#timer = setTimeout(() => {
      const next = this.#next;
      this.#timer = null;
      this.#next = null;
      if (next !== null) this.#pass(next.value);
    }, this.#wait);
    this.#send(value);
  }
}

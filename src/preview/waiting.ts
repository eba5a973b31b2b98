/** Passes values on in their order as soon as somebody hears them; until then they wait. */
export class Waiting<T> {
  readonly #heard: () => boolean;
  readonly #send: (value: T) => void;
  #values: T[] = [];

  /** @param heard whether a value that is sent now reaches anybody */
  constructor(heard: () => boolean, send: (value: T) => void) {
    this.#heard = heard;
    this.#send = send;
  }

  push(value: T): void {
    this.#values.push(value);
    this.flush();
  }

  /** To be called when somebody may hear again. */
  flush(): void {
    if (!this.#heard()) return;
    const values = this.#values;
    this.#values = [];
    for (const value of values) this.#send(value);
  }
}

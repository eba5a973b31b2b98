/**
 * Remembers the answer for the key asked for last. All rules look at one node before the next, so that this saves them
 * each other's work without keeping anything.
 */
export class Last<Key, Value> {
  #key: Key | undefined;
  #value: Value | undefined;

  get(key: Key, make: (key: Key) => Value): Value {
    if (this.#value !== undefined && key === this.#key) return this.#value;
    const value = make(key);
    this.#key = key;
    this.#value = value;
    return value;
  }
}

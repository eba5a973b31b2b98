/** Answers that several rules need, each worked out once. */
export class Memo<Key, Value> {
  readonly #answers = new Map<Key, Value>();

  /** @param of what `make` needs besides the key: handed through, since a function made for every call would cost more than the look-up. */
  get<Of>(key: Key, of: Of, make: (key: Key, of: Of) => Value): Value {
    const before = this.#answers.get(key);
    if (before !== undefined) return before;
    const value = make(key, of);
    this.#answers.set(key, value);
    return value;
  }
}

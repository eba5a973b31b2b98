/** Answers that several rules need, each worked out once. */
export class Memo<Key, Value> {
  readonly #answers = new Map<Key, Value>();

  get(key: Key, make: (key: Key) => Value): Value {
    const before = this.#answers.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    this.#answers.set(key, value);
    return value;
  }
}

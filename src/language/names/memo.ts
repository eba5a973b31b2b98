/** Where answers are kept: a map, or a faster one of nodes. */
interface Answers<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** Answers that several rules need, each worked out once. */
export class Memo<Key, Value> {
  readonly #answers: Answers<Key, Value>;

  constructor(answers: Answers<Key, Value>) {
    this.#answers = answers;
  }

  /** @param of what `make` needs besides the key: handed through, since a function made for every call would cost more than the look-up. */
  get<Of>(key: Key, of: Of, make: (key: Key, of: Of) => Value): Value {
    const before = this.#answers.get(key);
    if (before !== undefined) return before;
    const value = make(key, of);
    this.#answers.set(key, value);
    return value;
  }
}

import type { NodeNumbers } from './nodeNumbers';

/** What is known of nodes, by their numbers. */
export class NodeMap<Node extends object, Value> {
  readonly #numbers: NodeNumbers<Node>;
  readonly #values: (Value | undefined)[] = [];

  constructor(numbers: NodeNumbers<Node>) {
    this.#numbers = numbers;
  }

  get(node: Node): Value | undefined {
    const number = this.#numbers.find(node);
    return number < 0 ? undefined : this.#values[number];
  }

  set(node: Node, value: Value): void {
    const number = this.#numbers.of(node);
    while (this.#values.length <= number) this.#values.push(undefined);
    this.#values[number] = value;
  }
}

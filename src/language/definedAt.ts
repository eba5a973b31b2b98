import type { Identifier, Name } from './tree';

interface Named {
  readonly name: string;
}

/**
 * What every name in a text means, by where the name begins. A table as long as the text, because rules ask this more
 * often than anything else, and a map of nodes is several times slower.
 */
export class DefinedAt<Definition extends Named> {
  readonly #places: Int32Array;
  readonly #definitions: Definition[] = [];
  readonly #numbers = new Map<Definition, number>();

  /** @param length of the text */
  constructor(length: number) {
    this.#places = new Int32Array(length + 1);
  }

  get(node: Name | Identifier): Definition | undefined {
    const place = this.#places[node.span.start];
    if (!place) return undefined;
    const definition = this.#definitions[place - 1];
    return definition?.name === node.text ? definition : undefined;
  }

  has(node: Name | Identifier): boolean {
    return this.get(node) !== undefined;
  }

  set(node: Name | Identifier, definition: Definition): void {
    let number = this.#numbers.get(definition);
    if (number === undefined) {
      number = this.#definitions.push(definition);
      this.#numbers.set(definition, number);
    }
    this.#places[node.span.start] = number;
  }
}

import type { Identifier, Name } from '../syntax/tree';
import { PlacedNumbers } from './placedNumbers';

interface Numbered {
  readonly name: string;
  /** Its place among all definitions, counted from 0. */
  readonly number: number;
}

/** What every name in a text means. Rules ask this more often than anything else. */
export class DefinedAt<Definition extends Numbered> {
  readonly #numbers: PlacedNumbers;
  readonly #definitions: readonly Definition[];

  /**
   * @param length of the text
   * @param definitions by their numbers; may grow while names are given their meaning
   */
  constructor(length: number, definitions: readonly Definition[]) {
    this.#numbers = new PlacedNumbers(length);
    this.#definitions = definitions;
  }

  get(node: Name | Identifier): Definition | undefined {
    const number = this.#numbers.get(node);
    if (number === undefined) return undefined;
    const definition = this.#definitions[number];
    return definition?.name === node.text ? definition : undefined;
  }

  has(node: Name | Identifier): boolean {
    return this.get(node) !== undefined;
  }

  set(node: Name | Identifier, definition: Definition): void {
    this.#numbers.set(node, definition.number);
  }
}

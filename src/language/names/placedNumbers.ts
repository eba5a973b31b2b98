import type { Span } from '../syntax/span';

interface Placed {
  readonly span: Span;
}

/**
 * Numbers of nodes, by where the nodes begin. A table as long as the text, because a text has thousands of names and
 * literals, and a map of nodes is several times slower. Only for nodes of which no two begin at one place.
 */
export class PlacedNumbers {
  readonly #places: Int32Array;

  /** @param length of the text */
  constructor(length: number) {
    this.#places = new Int32Array(length + 1);
  }

  get(node: Placed): number | undefined {
    const place = this.#places[node.span.start];
    return place ? place - 1 : undefined;
  }

  /** @param number at least 0 */
  set(node: Placed, number: number): void {
    this.#places[node.span.start] = number + 1;
  }
}

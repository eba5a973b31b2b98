import type { Call, Expression, Statement } from '../syntax/tree';

/**
 * Numbers of nodes, counted from 0 in the order in which they are first given one, so that what is known of nodes can be
 * kept in arrays. A node is found by its place in a table as long as the text: a map of nodes is several times slower,
 * and a text has tens of thousands of them. In a text with mistakes two nodes can share a place; the second one is then
 * kept in a map.
 */
export class NodeNumbers<Node extends object> {
  readonly #places: Int32Array;
  readonly #placeOf: (node: Node) => number;
  readonly #nodes: Node[] = [];
  #displaced: Map<Node, number> | null = null;
  #count = 0;

  /**
   * @param places a table of one more than the text's length, which may be shared with other nodes at other places
   * @param placeOf a place in the text that is this node's alone
   */
  constructor(places: Int32Array, placeOf: (node: Node) => number) {
    this.#places = places;
    this.#placeOf = placeOf;
  }

  /** The number of a node; -1 where it has none yet. */
  find(node: Node): number {
    const number = this.#places[this.#placeOf(node)]! - 1;
    if (this.#nodes[number] === node) return number;
    return this.#displaced?.get(node) ?? -1;
  }

  /** The number of a node, which it is given now where it has none. */
  of(node: Node): number {
    const known = this.find(node);
    if (known >= 0) return known;
    const number = this.#count++;
    this.#nodes.push(node);
    const place = this.#placeOf(node);
    if (this.#places[place] === 0) this.#places[place] = number + 1;
    else {
      this.#displaced ??= new Map();
      this.#displaced.set(node, number);
    }
    return number;
  }
}

/** The numbers of a text's nodes. */
export interface TreeNumbers {
  readonly statements: NodeNumbers<Statement>;
  readonly calls: NodeNumbers<Call>;
  readonly expressions: NodeNumbers<Expression>;
}

/** @param length of the text */
export function treeNumbers(length: number): TreeNumbers {
  const places = new Int32Array(length + 1);
  return {
    statements: new NodeNumbers(places, ({ span }) => span.start),
    calls: new NodeNumbers(places, ({ callee }) => callee.span.start),
    expressions: new NodeNumbers(places, placeOf),
  };
}

/** Where the sign or bracket stands that makes this expression and no other: the operator of a sum, not its start, where its first term starts too. */
function placeOf(expression: Expression): number {
  switch (expression.kind) {
    case 'Binary':
      return expression.operatorSpan.start;
    case 'Call':
      return expression.argsSpan.start - 1;
    case 'Index':
      return expression.base.span.end;
    case 'Pipeline':
      return expression.input.span.end;
    default:
      return expression.span.start;
  }
}

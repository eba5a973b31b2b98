import { PriorityQueue } from './priorityQueue';

/** A variable that is eliminated, and the others that share a table with it at that time. */
export interface Bucket {
  readonly variable: number;
  readonly separator: readonly number[];
}

export type Order =
  | { readonly kind: 'order'; readonly buckets: readonly Bucket[] }
  /** The first table that would have had to be larger than the limit. */
  | { readonly kind: 'too-large'; readonly variables: readonly number[] };

/**
 * In which order to eliminate variables: always the one that makes the fewest pairs meet in a table for the first time (min-fill),
 * of several the one with the smallest table.
 * @param scopes the variables of every table
 * @param sizes the number of states of every variable, 2 or more
 * @param keep variables that are not eliminated
 * @param limit numbers in one table, at most
 * @param by what comes first: `size` is tried where `fill` makes a table too large
 */
export function eliminationOrder(
  scopes: readonly (readonly number[])[],
  sizes: ArrayLike<number>,
  keep: ReadonlySet<number>,
  limit: number,
  by: 'fill' | 'size' = 'fill',
): Order {
  const { buckets, isLeft } = peel(scopes, sizes.length, keep);
  if (!isLeft.includes(1)) return { kind: 'order', buckets };
  const left = scopes.map((scope) => scope.filter((variable) => isLeft[variable] === 1));
  const graph = new Interactions(left, sizes, Math.log2(limit) + 1e-9);
  const queue = new PriorityQueue();
  const ranks = new Map<number, { fill: number; weight: number }>();
  const rank = (variable: number) => {
    if (keep.has(variable)) return;
    const fill = graph.fill(variable);
    const weight = graph.weight(variable);
    ranks.set(variable, { fill, weight });
    if (by === 'fill') queue.push(variable, fill, weight);
    else queue.push(variable, weight, fill);
  };
  for (const variable of graph.variables()) rank(variable);
  for (let next = queue.pop(); next !== null; next = queue.pop()) {
    const variable = next.item;
    const now = ranks.get(variable);
    const [fill, weight] = by === 'fill' ? [next.first, next.second] : [next.second, next.first];
    // An entry from before its rank changed.
    if (now === undefined || now.fill !== fill || now.weight !== weight) continue;
    const separator = graph.neighbours(variable);
    if (!graph.fits(variable)) return { kind: 'too-large', variables: [...separator, variable] };
    ranks.delete(variable);
    buckets.push({ variable, separator });
    for (const changed of graph.eliminate(variable)) rank(changed);
  }
  return { kind: 'order', buckets };
}

/**
 * Eliminates variables that stand in a table with at most one other, as long as there are any: that fills nothing, and takes chains and trees apart
 * in time proportional to their length.
 */
function peel(
  scopes: readonly (readonly number[])[],
  variables: number,
  keep: ReadonlySet<number>,
): { readonly buckets: Bucket[]; readonly isLeft: Uint8Array } {
  const degree = new Int32Array(variables).fill(-1);
  /** Exclusive or of all neighbours: of the last one, itself. */
  const others = new Int32Array(variables);
  const pairs = new Set<number>();
  for (const scope of scopes) {
    for (let i = 0; i < scope.length; i++) {
      const a = scope[i]!;
      if (degree[a] === -1) degree[a] = 0;
      for (let j = 0; j < i; j++) {
        const b = scope[j]!;
        const pair = a < b ? a * variables + b : b * variables + a;
        if (pairs.has(pair)) continue;
        pairs.add(pair);
        degree[a]!++;
        degree[b]!++;
        others[a]! ^= b;
        others[b]! ^= a;
      }
    }
  }
  const isLeaf = (variable: number) => degree[variable]! >= 0 && degree[variable]! <= 1 && !keep.has(variable);
  const buckets: Bucket[] = [];
  const waiting: number[] = [];
  for (let variable = variables - 1; variable >= 0; variable--) if (isLeaf(variable)) waiting.push(variable);
  for (let variable = waiting.pop(); variable !== undefined; variable = waiting.pop()) {
    if (!isLeaf(variable)) continue;
    const separator = degree[variable] === 0 ? [] : [others[variable]!];
    buckets.push({ variable, separator });
    degree[variable] = -1;
    for (const near of separator) {
      degree[near]!--;
      others[near]! ^= variable;
      if (isLeaf(near)) waiting.push(near);
    }
  }
  const isLeft = new Uint8Array(variables);
  for (let variable = 0; variable < variables; variable++) if (degree[variable]! >= 0) isLeft[variable] = 1;
  return { buckets, isLeft };
}

/** Which variables stand in a table together, kept up to date while variables are eliminated. */
class Interactions {
  private readonly adjacent = new Map<number, Set<number>>();
  /** log₂ of the size of the table of a variable and its neighbours. */
  private readonly weights = new Map<number, number>();

  constructor(
    scopes: readonly (readonly number[])[],
    private readonly sizes: ArrayLike<number>,
    private readonly limit: number,
  ) {
    for (const scope of scopes) {
      for (const variable of scope) {
        if (this.adjacent.has(variable)) continue;
        this.adjacent.set(variable, new Set());
        this.weights.set(variable, this.bits(variable));
      }
      for (let i = 0; i < scope.length; i++) {
        for (let j = 0; j < i; j++) this.connect(scope[i]!, scope[j]!);
      }
    }
  }

  variables(): Iterable<number> {
    return this.adjacent.keys();
  }

  neighbours(variable: number): number[] {
    return [...this.adjacent.get(variable)!];
  }

  weight(variable: number): number {
    // Sums of logarithms in another order are another number: equal sizes must tie.
    return Math.round(this.weights.get(variable)! * 2 ** 20) / 2 ** 20;
  }

  fits(variable: number): boolean {
    return this.weight(variable) <= this.limit;
  }

  /** How many pairs of its neighbours are not neighbours of each other; Infinity where its table does not fit. */
  fill(variable: number): number {
    if (!this.fits(variable)) return Number.POSITIVE_INFINITY;
    const around = this.neighbours(variable);
    let missing = 0;
    for (let i = 0; i < around.length; i++) {
      const near = this.adjacent.get(around[i]!)!;
      for (let j = 0; j < i; j++) if (!near.has(around[j]!)) missing++;
    }
    return missing;
  }

  /** Takes a variable out and makes its neighbours meet; returns those whose fill or size may have changed. */
  eliminate(variable: number): Set<number> {
    const around = this.neighbours(variable);
    const changed = new Set(around);
    for (const near of around) {
      this.adjacent.get(near)!.delete(variable);
      this.weights.set(near, this.weights.get(near)! - this.bits(variable));
    }
    this.adjacent.delete(variable);
    for (let i = 0; i < around.length; i++) {
      for (let j = 0; j < i; j++) {
        if (!this.connect(around[i]!, around[j]!)) continue;
        const [a, b] = [this.adjacent.get(around[i]!)!, this.adjacent.get(around[j]!)!];
        const [few, many] = a.size < b.size ? [a, b] : [b, a];
        for (const common of few) if (many.has(common)) changed.add(common);
      }
    }
    return changed;
  }

  private connect(a: number, b: number): boolean {
    const near = this.adjacent.get(a)!;
    if (a === b || near.has(b)) return false;
    near.add(b);
    this.adjacent.get(b)!.add(a);
    this.weights.set(a, this.weights.get(a)! + this.bits(b));
    this.weights.set(b, this.weights.get(b)! + this.bits(a));
    return true;
  }

  private bits(variable: number): number {
    return Math.log2(this.sizes[variable]!);
  }
}

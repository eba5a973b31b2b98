import type { Bucket } from './eliminationOrder';
import { timesVector, vectorTimes } from './matrixVector';
import { type Extent, extent, product, type Scale, sumOnto, type Table } from './table';

/** A product of tables, to be summed over the variables of the buckets one after the other. */
export interface Problem {
  readonly tables: readonly Table[];
  /** The number of states of every variable. */
  readonly sizes: ArrayLike<number>;
  readonly buckets: readonly Bucket[];
}

/** What the sums over the buckets' variables left, from the first bucket to the last. */
export interface Collected {
  readonly scale: Scale;
  /** For each bucket its tables, messages of earlier buckets among them. */
  readonly contents: readonly (readonly Table[])[];
  /** For each bucket of a chain or tree its tables as a matrix and a vector, in linear arithmetic. */
  readonly pairs: readonly (Pair | null)[];
  /** For each bucket its sum over its variable, over its separator; divided by its largest number. */
  readonly messages: readonly Float64Array[];
  /** For each bucket those whose messages it took. */
  readonly senders: readonly (readonly number[])[];
  /** The tables over variables that were not summed out. */
  readonly rest: readonly Table[];
  /** log of all that the messages were divided by. */
  readonly logTotal: number;
}

/** Products in linear arithmetic stay above it, so that nothing is lost to 0. */
const leastProduct = 1e-290;

/**
 * Sums out the variables of all buckets in their order. Every message is divided by its largest number and the logarithm of that
 * carried along, so that the product of a long chain does not underflow.
 * @returns null where the tables differ so much that products would underflow all the same: logarithms are needed then.
 * An impossible product has a `logTotal` of −Infinity, and no messages from there on.
 */
export function collect({ tables, sizes, buckets }: Problem, scale: Scale): Collected | null {
  const bucketOf = finder(buckets, sizes.length);
  const contents: Table[][] = buckets.map(() => []);
  const senders: number[][] = buckets.map(() => []);
  const pairs: (Pair | null)[] = [];
  const messages: Float64Array[] = [];
  const rest: Table[] = [];
  const guard = new UnderflowGuard();
  let logTotal = 0;
  for (const table of tables) (contents[bucketOf(table.variables)] ?? rest).push(table);
  for (let i = 0; i < buckets.length; i++) {
    const { variable, separator } = buckets[i]!;
    const inside = contents[i]!;
    if (scale === 'linear' && !guard.allows(inside)) return null;
    const pair = scale === 'linear' ? pairOf(inside, variable, separator, sizes) : null;
    pairs.push(pair);
    const message = pair === null ? summed(inside, variable, separator, sizes, scale) : throughPair(pair);
    const divided = normalise(message, scale);
    logTotal += divided;
    messages.push(message);
    if (divided === Number.NEGATIVE_INFINITY) return { scale, contents, pairs, messages, senders, rest, logTotal };
    const to = bucketOf(separator);
    senders[to]?.push(i);
    (contents[to] ?? rest).push({ variables: separator, values: message });
  }
  if (scale === 'linear' && !guard.allows(rest)) return null;
  return { scale, contents, pairs, messages, senders, rest, logTotal };
}

/** Finds the first bucket of any of some variables; the number of buckets where there is none. */
function finder(buckets: readonly Bucket[], variables: number): (of: readonly number[]) => number {
  const places = new Int32Array(variables).fill(buckets.length);
  buckets.forEach(({ variable }, i) => {
    places[variable] = i;
  });
  return (of) => {
    let first = buckets.length;
    for (let i = 0; i < of.length; i++) if (places[of[i]!]! < first) first = places[of[i]!]!;
    return first;
  };
}

/**
 * Goes back from the last bucket to the first and gives every variable its own distribution.
 * @param collected of a problem without variables that were kept, and possible
 * @param wanted 1 for every variable whose distribution is asked for
 * @returns distributions by the numbers of their variables, those that were asked for and others on the way to them
 */
export function distribute(
  { sizes, buckets }: Problem,
  collected: Collected,
  wanted: ArrayLike<number>,
): (Float64Array | undefined)[] {
  const { scale, contents, pairs, messages, senders } = collected;
  const needed = neededBuckets(buckets, senders, wanted);
  const incoming = new Array<Float64Array | undefined>(buckets.length);
  const marginals = new Array<Float64Array | undefined>(sizes.length);
  for (let i = buckets.length - 1; i >= 0; i--) {
    if (needed[i] !== true) continue;
    const { variable, separator } = buckets[i]!;
    const ratio = quotient(incoming[i] ?? one, messages[i]!, scale);
    const pair = pairs[i]!;
    const below = senders[i]!.filter((sender) => needed[sender] === true);
    if (pair !== null && below.every((sender) => buckets[sender]!.separator.length === 1)) {
      const own = pair.variableFirst ? timesVector(pair.matrix, ratio) : vectorTimes(ratio, pair.matrix);
      for (let k = 0; k < own.length; k++) own[k]! *= pair.vector[k]!;
      toDistribution(own);
      marginals[variable] = own;
      for (const sender of below) incoming[sender] = own;
      continue;
    }
    const scope = [...separator, variable];
    const belief = product(contents[i]!, scope, sizes, scale);
    applyRatio(belief, ratio, scale);
    toDistribution(belief);
    marginals[variable] = sumOnto(belief, scope, [variable], sizes, 'linear');
    for (const sender of below) {
      incoming[sender] = sumOnto(belief, scope, buckets[sender]!.separator, sizes, 'linear');
    }
  }
  return marginals;
}

/** The product of a bucket's tables, summed over its variable. */
function summed(
  tables: readonly Table[],
  variable: number,
  separator: readonly number[],
  sizes: ArrayLike<number>,
  scale: Scale,
): Float64Array {
  const scope = [...separator, variable];
  return sumOnto(product(tables, scope, sizes, scale), scope, separator, sizes, scale);
}

function throughPair({ matrix, variableFirst, vector }: Pair): Float64Array {
  return variableFirst ? vectorTimes(vector, matrix) : timesVector(matrix, vector);
}

/** A bucket of a chain or tree: one table of two variables, and vectors over the one that is summed out. */
interface Pair {
  readonly matrix: Float64Array;
  /** Whether the rows of the matrix are the states of the variable that is summed out. */
  readonly variableFirst: boolean;
  readonly vector: Float64Array;
}

function pairOf(
  tables: readonly Table[],
  variable: number,
  separator: readonly number[],
  sizes: ArrayLike<number>,
): Pair | null {
  if (separator.length !== 1) return null;
  let matrix: Table | null = null;
  const vectors: Table[] = [];
  for (const table of tables) {
    if (table.variables.length === 1) vectors.push(table);
    else if (matrix === null) matrix = table;
    else return null;
  }
  if (matrix === null) return null;
  const variableFirst = matrix.variables[0] === variable;
  return { matrix: matrix.values, variableFirst, vector: vectorProduct(vectors, sizes[variable]!) };
}

function vectorProduct(vectors: readonly Table[], length: number): Float64Array {
  if (vectors.length === 1) return vectors[0]!.values;
  const result = vectors.length === 0 ? new Float64Array(length).fill(1) : vectors[0]!.values.slice();
  for (let v = 1; v < vectors.length; v++) {
    const { values } = vectors[v]!;
    for (let k = 0; k < length; k++) result[k]! *= values[k]!;
  }
  return result;
}

/** Divides by the largest number, in place. @returns the logarithm of it */
function normalise(values: Float64Array, scale: Scale): number {
  let most = scale === 'linear' ? 0 : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  if (scale === 'log') {
    if (most === Number.NEGATIVE_INFINITY) return most;
    for (let i = 0; i < values.length; i++) values[i]! -= most;
    return most;
  }
  if (most > 0) for (let i = 0; i < values.length; i++) values[i]! /= most;
  return Math.log(most);
}

const one = Float64Array.of(1);

/** What a separator's distribution has beyond its message: 0 where both are 0. */
function quotient(distribution: Float64Array, message: Float64Array, scale: Scale): Float64Array {
  const result = new Float64Array(distribution.length);
  for (let s = 0; s < result.length; s++) {
    const p = distribution[s]!;
    if (scale === 'linear') result[s] = p === 0 ? 0 : p / message[s]!;
    else result[s] = p === 0 ? Number.NEGATIVE_INFINITY : Math.log(p) - message[s]!;
  }
  return result;
}

function applyRatio(belief: Float64Array, ratio: Float64Array, scale: Scale): void {
  const length = belief.length / ratio.length;
  for (let s = 0, at = 0; s < ratio.length; s++) {
    for (let k = 0; k < length; k++, at++) {
      if (scale === 'linear') belief[at]! *= ratio[s]!;
      else belief[at]! += ratio[s]!;
    }
  }
  if (scale === 'linear') return;
  normalise(belief, 'log');
  for (let at = 0; at < belief.length; at++) belief[at] = Math.exp(belief[at]!);
}

function toDistribution(values: Float64Array): void {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  for (let i = 0; i < values.length; i++) values[i]! /= total;
}

function neededBuckets(
  buckets: readonly Bucket[],
  senders: readonly (readonly number[])[],
  wanted: ArrayLike<number>,
): boolean[] {
  const needed: boolean[] = [];
  buckets.forEach(({ variable }, i) => {
    needed.push(wanted[variable] === 1 || senders[i]!.some((sender) => needed[sender]));
  });
  return needed;
}

/** Tells whether products of tables stay within what a double can hold. */
class UnderflowGuard {
  /** Elements of a chain share their tables. */
  private readonly extents = new Map<Float64Array, Extent>();

  allows(tables: readonly Table[]): boolean {
    let [most, least] = [1, 1];
    for (const table of tables) {
      const own = table.variables.length < 2 ? extent(table.values) : this.shared(table.values);
      most *= own.most;
      // A table of zeros makes the product 0, which is no underflow.
      if (own.most > 0) least *= own.least;
    }
    return least > leastProduct && most < 1 / leastProduct;
  }

  private shared(values: Float64Array): Extent {
    let own = this.extents.get(values);
    if (own === undefined) {
      own = extent(values);
      this.extents.set(values, own);
    }
    return own;
  }
}

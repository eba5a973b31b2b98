import { type Collected, collect, distribute, type Problem } from './buckets';
import { type Bucket, eliminationOrder } from './eliminationOrder';
import { product, type Table } from './table';

/** A table of non-negative numbers over the states of some variables, row-major in the order of `keys`; each is to be taken times exp(`logScale`). */
export interface Factor {
  readonly keys: readonly string[];
  readonly sizes: readonly number[];
  readonly values: Float64Array;
  readonly logScale: number;
  /** The logarithms of `values`, where some of these are 0 only because a double cannot hold them. */
  readonly logValues?: Float64Array;
}

/** A table that is not made because it would hold too many numbers. */
export interface TooLarge {
  readonly kind: 'too-large';
  /** Whose joint states it would have to hold. */
  readonly variables: readonly string[];
  readonly states: number;
  readonly limit: number;
}

/** Numbers in one table, at most. */
export const factorLimit = 2 ** 22;

/**
 * Sums the product of the factors over all variables but `keep` (variable elimination in min-fill order).
 * @returns `factor` over `keep` in that order, its largest number 1; all 0 and a `logScale` of −Infinity where the product is 0 everywhere
 */
export function eliminate(
  factors: readonly Factor[],
  keep: readonly string[],
  sizes: ReadonlyMap<string, number>,
): { readonly kind: 'factor'; readonly factor: Factor } | TooLarge {
  const network = new Network(factors);
  const keepSizes = keep.map((key) => sizes.get(key)!);
  const kept = keep.map((key) => network.variable(key)).filter((variable) => variable !== null);
  const states = keepSizes.reduce((count, size) => count * size, 1);
  if (states > factorLimit) return { kind: 'too-large', variables: keep, states, limit: factorLimit };
  const ordered = network.order(new Set(kept));
  if (ordered.kind === 'too-large') return ordered;
  const collected = network.collect(ordered.buckets);
  const factor = (values: Float64Array, logScale: number) =>
    ({ kind: 'factor', factor: { keys: keep, sizes: keepSizes, values, logScale } }) as const;
  const impossible = () => factor(new Float64Array(states), Number.NEGATIVE_INFINITY);
  if (collected.logTotal === Number.NEGATIVE_INFINITY) return impossible();
  const values = product(collected.rest, kept, network.sizes, collected.scale);
  let most = collected.scale === 'linear' ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  const logMost = collected.scale === 'linear' ? Math.log(most) : most;
  if (logMost === Number.NEGATIVE_INFINITY) return impossible();
  for (let i = 0; i < values.length; i++) {
    values[i] = collected.scale === 'linear' ? values[i]! / most : Math.exp(values[i]! - most);
  }
  return factor(values, network.logScale + collected.logTotal + logMost);
}

/** The distributions that a product of factors gives to single variables, and its sum. */
export interface Marginals {
  readonly kind: 'marginals';
  /** In the order in which they were asked for. Each sums to 1; none where the sum is 0. */
  readonly of: readonly Float64Array[];
  /** log of the sum of the product over all variables. */
  readonly logTotal: number;
}

/**
 * The distribution of each wanted variable by itself under the normalised product of the factors: one pass that sums everything out and one
 * back, so that all variables together take about twice as long as one.
 */
export function marginals(factors: readonly Factor[], wanted: readonly string[]): Marginals | TooLarge {
  const network = new Network(factors);
  const ordered = network.order(new Set());
  if (ordered.kind === 'too-large') return ordered;
  const collected = network.collect(ordered.buckets);
  const logTotal = network.logScale + collected.logTotal + logConstants(collected);
  if (logTotal === Number.NEGATIVE_INFINITY) return { kind: 'marginals', of: [], logTotal };
  const variables = wanted.map((key) => network.variable(key));
  const isWanted = new Uint8Array(network.sizes.length);
  for (const variable of variables) if (variable !== null) isWanted[variable] = 1;
  const made = distribute(network.problem(ordered.buckets), collected, isWanted);
  const of = variables.map((variable) => (variable === null ? Float64Array.of(1) : made[variable]!));
  return { kind: 'marginals', of, logTotal };
}

/** What is left of tables over no variable at all, in the scale of the pass. */
function logConstants({ rest, scale }: Collected): number {
  return rest.reduce((sum, { values }) => sum + (scale === 'linear' ? Math.log(values[0]!) : values[0]!), 0);
}

/** Factors with their variables numbered; variables of one state are left out. */
class Network {
  readonly sizes: number[] = [];
  readonly logScale: number;
  private readonly tables: readonly Table[];
  private readonly logs = new Map<Float64Array, Float64Array>();
  /** Whether the tables hold all that there is to know. */
  private readonly linear: boolean;
  private readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(factors: readonly Factor[]) {
    let logScale = 0;
    this.linear = factors.every(({ logValues }) => logValues === undefined);
    this.tables = factors.map(({ keys, sizes, values, logScale: own, logValues }) => {
      logScale += own;
      if (logValues !== undefined) this.logs.set(values, logValues);
      const variables: number[] = [];
      for (let i = 0; i < keys.length; i++) if (sizes[i]! > 1) variables.push(this.number(keys[i]!, sizes[i]!));
      return { variables, values };
    });
    this.logScale = logScale;
  }

  private number(key: string, size: number): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.numbers.set(key, number);
      this.keys.push(key);
      this.sizes.push(size);
    }
    return number;
  }

  /** null for a variable of one state. */
  variable(key: string): number | null {
    return this.numbers.get(key) ?? null;
  }

  order(
    keep: ReadonlySet<number>,
    tables = this.tables,
  ): { readonly kind: 'order'; readonly buckets: readonly Bucket[] } | TooLarge {
    const scopes = tables.map(({ variables }) => variables);
    let order = eliminationOrder(scopes, this.sizes, keep, factorLimit);
    if (order.kind === 'too-large') order = eliminationOrder(scopes, this.sizes, keep, factorLimit, 'size');
    if (order.kind === 'order') return order;
    return {
      kind: 'too-large',
      variables: order.variables.map((variable) => this.keys[variable]!),
      states: order.variables.reduce((states, variable) => states * this.sizes[variable]!, 1),
      limit: factorLimit,
    };
  }

  problem(buckets: readonly Bucket[]): Problem {
    return { tables: this.tables, sizes: this.sizes, buckets };
  }

  logarithms(buckets: readonly Bucket[]): Problem {
    const tables = this.tables.map(({ variables, values }) => {
      let log = this.logs.get(values);
      if (log === undefined) {
        log = values.map(Math.log);
        this.logs.set(values, log);
      }
      return { variables, values: log };
    });
    return { tables, sizes: this.sizes, buckets };
  }

  /** Sums in linear arithmetic where nothing is lost by it, or else in logarithms. */
  collect(buckets: readonly Bucket[]): Collected {
    const collected = this.linear ? collect(this.problem(buckets), 'linear') : null;
    return collected ?? collect(this.logarithms(buckets), 'log')!;
  }
}

/** A table of non-negative numbers over the states of some variables, row-major in the order of `keys`. */
export interface Factor {
  readonly keys: readonly string[];
  readonly sizes: readonly number[];
  readonly values: Float64Array;
}

/** Larger tables than this are not made. */
const factorLimit = 2 ** 22;

/**
 * Sums the product of the factors over all variables but `keep` (variable elimination, the cheapest variable first).
 * @param sizes the number of states of every variable
 * @returns a factor over `keep` in that order, or null where a table on the way would be larger than 2²² numbers
 */
export function eliminate(
  factors: readonly Factor[],
  keep: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Factor | null {
  let left = [...factors];
  const open = new Set(left.flatMap((factor) => factor.keys).filter((key) => !keep.includes(key)));
  while (open.size > 0) {
    const key = cheapest(open, left, sizes);
    const involved = left.filter((factor) => factor.keys.includes(key));
    const keys = unionOf(involved).filter((each) => each !== key);
    const result = sumProduct(involved, keys, [key], sizes);
    if (result === null) return null;
    left = [...left.filter((factor) => !involved.includes(factor)), result];
    open.delete(key);
  }
  return sumProduct(left, keep, [], sizes);
}

function cheapest(open: ReadonlySet<string>, factors: readonly Factor[], sizes: ReadonlyMap<string, number>): string {
  let best = '';
  let bestSize = Number.POSITIVE_INFINITY;
  for (const key of open) {
    const size = tableSize(unionOf(factors.filter((factor) => factor.keys.includes(key))), sizes);
    if (size < bestSize) [best, bestSize] = [key, size];
  }
  return best;
}

function unionOf(factors: readonly Factor[]): string[] {
  return [...new Set(factors.flatMap((factor) => factor.keys))];
}

function tableSize(keys: readonly string[], sizes: ReadonlyMap<string, number>): number {
  return keys.reduce((size, key) => size * sizes.get(key)!, 1);
}

/** Σ over `summed` of the product of the factors, as a table over `keys`. */
function sumProduct(
  factors: readonly Factor[],
  keys: readonly string[],
  summed: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Factor | null {
  const all = [...keys, ...summed];
  const total = tableSize(all, sizes);
  if (total > factorLimit) return null;
  const lengths = all.map((key) => sizes.get(key)!);
  const inner = tableSize(summed, sizes);
  const values = new Float64Array(total / inner);
  const strides = factors.map((factor) => stridesIn(factor, all));
  const at = new Array<number>(factors.length).fill(0);
  const digits = new Array<number>(all.length).fill(0);
  for (let i = 0; i < total; i++) {
    let product = 1;
    for (let f = 0; f < factors.length; f++) product *= factors[f]!.values[at[f]!]!;
    const target = (i - (i % inner)) / inner;
    values[target] = values[target]! + product;
    // Counts on by one, and moves every factor's position with the digits that change.
    for (let axis = all.length - 1; axis >= 0; axis--) {
      const wraps = digits[axis] === lengths[axis]! - 1;
      const step = wraps ? -digits[axis]! : 1;
      digits[axis] = digits[axis]! + step;
      for (let f = 0; f < factors.length; f++) at[f] = at[f]! + step * strides[f]![axis]!;
      if (!wraps) break;
    }
  }
  return { keys, sizes: keys.map((key) => sizes.get(key)!), values };
}

function stridesIn(factor: Factor, all: readonly string[]): number[] {
  const own = new Map<string, number>();
  let stride = 1;
  for (let axis = factor.keys.length - 1; axis >= 0; axis--) {
    own.set(factor.keys[axis]!, stride);
    stride *= factor.sizes[axis]!;
  }
  return all.map((key) => own.get(key) ?? 0);
}

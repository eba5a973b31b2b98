import type { Conditional } from './conditionals';

/** The distribution functions of a conditional table's rows, with a guide to where in each a uniform number falls. */
export class Cumulative {
  private readonly count: number;
  private readonly sums: Float64Array;
  /** For each row and each of `count` equal parts of [0, 1) the first state that a number of that part can have. */
  private readonly guide: Int32Array;

  constructor({ states, values }: Conditional) {
    const count = states.count;
    this.count = count;
    this.sums = new Float64Array(values.length);
    this.guide = new Int32Array(values.length);
    for (let start = 0; start < values.length; start += count) {
      let total = 0;
      for (let s = 0; s < count; s++) {
        total += values[start + s]!;
        this.sums[start + s] = total;
      }
      for (let part = 0, s = 0; part < count; part++) {
        while (s < count - 1 && this.sums[start + s]! < (part / count) * total) s++;
        this.guide[start + part] = s;
      }
    }
  }

  /**
   * The state at which the distribution function of a row first reaches a number.
   * @param u in [0, 1]
   */
  state(row: number, u: number): number {
    const { count, sums, guide } = this;
    const start = row * count;
    const end = start + count - 1;
    const aim = u * sums[end]!;
    let at = start + guide[start + Math.min(count - 1, Math.floor(u * count))]!;
    while (at < end && sums[at]! < aim) at++;
    return at - start;
  }
}

const cumulativeOf = new WeakMap<Conditional, Cumulative>();

/** Made once for each table. */
export function cumulative(conditional: Conditional): Cumulative {
  let made = cumulativeOf.get(conditional);
  if (made === undefined) {
    made = new Cumulative(conditional);
    cumulativeOf.set(conditional, made);
  }
  return made;
}

import type { Conditional } from './conditionals';

/** Numbers in one guide, at most. */
const guideLimit = 2 ** 20;

/** The distribution functions of a conditional table's rows, with a guide to where in each a uniform number falls. */
export class Cumulative {
  private readonly count: number;
  private readonly sums: Float64Array;
  /** Equal parts of [0, 1) in the guide of a row: a power of two, so that a number's part is found without rounding. */
  private readonly parts: number;
  /** For each row and part the state of all its numbers; where they have several, −1 less the first of these. */
  private readonly guide: Int32Array;

  constructor({ states, values }: Conditional) {
    const count = states.count;
    const rows = values.length / count;
    this.count = count;
    this.sums = new Float64Array(values.length);
    this.parts = partsFor(count, rows);
    this.guide = new Int32Array(rows * this.parts);
    for (let row = 0; row < rows; row++) this.fill(row, values);
  }

  private fill(row: number, values: Float64Array): void {
    const { count, sums, guide, parts } = this;
    const start = row * count;
    let total = 0;
    for (let s = 0; s < count; s++) {
      total += values[start + s]!;
      sums[start + s] = total;
    }
    for (let part = 0, first = 0; part < parts; part++) {
      const last = this.from(first, start, ((part + 1) / parts) * total);
      guide[row * parts + part] = first === last ? first : -1 - first;
      first = last;
    }
  }

  /** The first state from `state` on at which the sum reaches a number. */
  private from(state: number, start: number, aim: number): number {
    let at = state;
    while (at < this.count - 1 && this.sums[start + at]! < aim) at++;
    return at;
  }

  /**
   * Replaces rows by states: for each the state at which its distribution function first reaches a number.
   * @param uniform numbers in [0, 1), at least as many
   */
  draw(rows: Int32Array, uniform: Float64Array): void {
    const { count, sums, guide, parts } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const u = uniform[i]!;
      const guess = guide[row * parts + Math.floor(u * parts)]!;
      rows[i] = guess >= 0 ? guess : this.from(-1 - guess, row * count, u * sums[(row + 1) * count - 1]!);
    }
  }
}

function partsFor(count: number, rows: number): number {
  const wanted = Math.max(128, 4 * count);
  return 2 ** Math.max(0, Math.floor(Math.log2(Math.min(wanted, guideLimit / rows))));
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

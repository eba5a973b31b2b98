/** Random numbers from a seed, for texts of models: 32 bits of state (mulberry32), which is enough for choices. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Uniform in (0, 1). */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  }

  /** Uniform between two ends, with few digits, as one writes numbers. */
  between(low: number, high: number, digits = 3): number {
    return rounded(low + (high - low) * this.unit(), digits);
  }

  /** Uniform in its logarithm, with few digits. */
  scale(low: number, high: number, digits = 2): number {
    return rounded(low * (high / low) ** this.unit(), digits);
  }

  /** A whole number from low to high. */
  whole(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.unit());
  }

  pick<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)]!;
  }

  sign(): number {
    return this.unit() < 0.5 ? -1 : 1;
  }

  /** Standard normal. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** Shares that sum to 1 within rounding, none below `least`. */
  shares(count: number, least = 0.02): number[] {
    const parts = Array.from({ length: count }, () => -Math.log(this.unit()));
    const total = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => least + (1 - count * least) * (part / total));
  }

  list<T = number>(count: number, next: () => T): T[] {
    return Array.from({ length: count }, next);
  }
}

/** A number with few digits. */
export function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

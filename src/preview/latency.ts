/** Matches paints to the changes of the text that they show. */
export class Latency {
  readonly #changes = new Map<number, number>();

  /** @param changedAt milliseconds since the epoch. */
  sent(version: number, changedAt: number): void {
    this.#changes.set(version, changedAt);
  }

  /** @returns milliseconds since the change; null where this version, or a later one, was painted before. */
  painted(version: number, paintedAt: number): number | null {
    const changedAt = this.#changes.get(version);
    for (const known of [...this.#changes.keys()]) if (known <= version) this.#changes.delete(known);
    return changedAt === undefined ? null : paintedAt - changedAt;
  }

  /** Another document, whose versions count from 1 again. */
  reset(): void {
    this.#changes.clear();
  }
}

/** Items by two numbers, the second deciding where the first is the same; then by the item itself, so that the order is always one. */
export class PriorityQueue {
  private readonly items: number[] = [];
  private readonly first: number[] = [];
  private readonly second: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(item: number, first: number, second: number): void {
    this.items.push(item);
    this.first.push(first);
    this.second.push(second);
    let at = this.items.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  /** Takes the least entry out. */
  pop(): { readonly item: number; readonly first: number; readonly second: number } | null {
    const last = this.items.length - 1;
    if (last < 0) return null;
    this.swap(0, last);
    const [item, first, second] = [this.items.pop()!, this.first.pop()!, this.second.pop()!];
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2]) if (below < last && this.before(below, least)) least = below;
      if (least === at) return { item, first, second };
      this.swap(at, least);
      at = least;
    }
  }

  private before(a: number, b: number): boolean {
    if (this.first[a] !== this.first[b]) return this.first[a]! < this.first[b]!;
    if (this.second[a] !== this.second[b]) return this.second[a]! < this.second[b]!;
    return this.items[a]! < this.items[b]!;
  }

  private swap(a: number, b: number): void {
    exchange(this.items, a, b);
    exchange(this.first, a, b);
    exchange(this.second, a, b);
  }
}

function exchange(list: number[], a: number, b: number): void {
  const kept = list[a]!;
  list[a] = list[b]!;
  list[b] = kept;
}

/**
 * The item after or before another, and past the end the one at the other end.
 * @param from its place; -1 for none, before the first
 */
export function neighbour<T>(items: ArrayLike<T>, from: number, by: 1 | -1): T | undefined {
  return items[from < 0 && by < 0 ? items.length - 1 : (from + by + items.length) % items.length];
}

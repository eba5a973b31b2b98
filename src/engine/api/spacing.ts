/** How far apart the values are at which bars stand: 1, unless only some of many whole numbers are drawn. */
export function spacingOf(values: ArrayLike<number>): number {
  const [first, second] = [values[0], values[1]];
  return first === undefined || second === undefined ? 1 : second - first;
}

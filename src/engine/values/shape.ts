/** Numbers in a value of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** Where each flat coordinate of `shape` lies in a value whose axes are those of `shape` or 1. */
export function coordinateOffsets(own: readonly number[], shape: readonly number[]): number[] {
  let stride = sizeOf(own);
  let result = [0];
  shape.forEach((length, axis) => {
    const has = (own[axis] ?? 1) > 1;
    stride /= own[axis] ?? 1;
    result = result.flatMap((offset) => Array.from({ length }, (_, i) => offset + (has ? i * stride : 0)));
  });
  return result;
}

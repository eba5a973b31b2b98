/** A square of the frame, by its middle. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

/** count × count squares that fill one of a half side about the middle. */
export function evenSquares(reach: number, count: number): Square[] {
  const width = (2 * reach) / count;
  return Array.from({ length: count ** 2 }, (_, i) => ({
    x: -reach + width * (0.5 + (i % count)),
    y: -reach + width * (0.5 + Math.floor(i / count)),
    width,
    depth: 0,
  }));
}

/** Twelve squares about one of a half side. */
export function ringSquares(reach: number): Square[] {
  return evenSquares(2 * reach, 4).filter(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > reach);
}

export function quartered({ x, y, width, depth }: Square): Square[] {
  return [-1, 1].flatMap((across) =>
    [-1, 1].map((up) => ({
      x: x + (across * width) / 4,
      y: y + (up * width) / 4,
      width: width / 2,
      depth: depth + 1,
    })),
  );
}

/** The one of some squares that a place lies in. */
export function squareAt<S extends Square>(squares: readonly S[], u: number, v: number): S | null {
  const isIn = ({ x, y, width }: Square) => Math.abs(u - x) <= 0.5 * width && Math.abs(v - y) <= 0.5 * width;
  return squares.find(isIn) ?? null;
}

/** Path data for SVG, built by hand: a tenth of a pixel is enough, and short strings keep an edit under a frame. */

/** Maps a data value to a pixel. */
export type Place = (value: number) => number;

/**
 * A line through points given as two arrays; it breaks where a value is not a number and is cut off at `limit`
 * pixels beyond the top, where a density runs off to infinity.
 * @param top the smallest y in pixels that the line may reach
 */
export function linePath(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  placeX: Place,
  placeY: Place,
  top: number,
): string {
  let path = '';
  let open = false;
  for (let i = 0; i < x.length; i++) {
    const value = y[i] ?? Number.NaN;
    if (Number.isNaN(value)) {
      open = false;
      continue;
    }
    const at = value === Number.POSITIVE_INFINITY ? top : Math.max(top, placeY(value));
    path += `${open ? 'L' : 'M'}${tenth(placeX(x[i] ?? 0))},${tenth(at)}`;
    open = true;
  }
  return path;
}

/** The same line closed along the horizontal at `base` pixels: each unbroken piece by itself. */
export function areaPath(line: string, base: number): string {
  if (line === '') return '';
  const floor = tenth(base);
  return line
    .split('M')
    .slice(1)
    .map((piece) => {
      const first = piece.slice(0, piece.indexOf(','));
      const last = piece.slice(Math.max(piece.lastIndexOf('L'), -1) + 1, piece.lastIndexOf(','));
      return `M${first},${floor}L${piece}L${last},${floor}Z`;
    })
    .join('');
}

/** The region between two lines over the same x, for a band of errors; where either is not a number there is none. */
export function bandPath(
  x: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  placeX: Place,
  placeY: Place,
  top: number,
): string {
  let forth = '';
  let back = '';
  for (let i = 0; i < x.length; i++) {
    const from = low[i] ?? Number.NaN;
    const to = high[i] ?? Number.NaN;
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
    const at = tenth(placeX(x[i] ?? 0));
    forth += `${forth === '' ? 'M' : 'L'}${at},${tenth(Math.max(top, placeY(to)))}`;
    back = `L${at},${tenth(Math.max(top, placeY(from)))}${back}`;
  }
  return forth === '' ? '' : `${forth}${back}Z`;
}

/** Upright rectangles on a common base, as one path. What is lower than a tenth of a pixel is left out. */
export function barsPath(
  edges: ArrayLike<number>,
  heights: ArrayLike<number>,
  placeX: Place,
  placeY: Place,
  base: number,
  top: number,
): string {
  let path = '';
  for (let i = 0; i < heights.length; i++) {
    const height = heights[i] ?? 0;
    const y = tenth(Math.max(top, placeY(height)));
    if (!(y < tenth(base))) continue;
    path += `M${tenth(placeX(edges[i] ?? 0))},${tenth(base)}V${y}H${tenth(placeX(edges[i + 1] ?? 0))}V${tenth(base)}Z`;
  }
  return path;
}

/** Short upright strokes, one for each value in the range: a rug. Values that fall on one tenth of a pixel are drawn once. */
export function rugPath(
  values: ArrayLike<number>,
  placeX: Place,
  range: readonly [number, number],
  y: number,
  height: number,
): string {
  const [left, right] = [Math.ceil(10 * range[0]), Math.floor(10 * range[1])];
  // Millions of values fall on a few thousand places.
  const seen = new Uint8Array(Math.max(0, right - left + 1));
  for (let i = 0; i < values.length; i++) {
    const at = Math.round(10 * placeX(values[i] ?? Number.NaN));
    if (at >= left && at <= right) seen[at - left] = 1;
  }
  let path = '';
  for (let at = 0; at < seen.length; at++)
    if (seen[at] === 1) path += `M${(left + at) / 10},${tenth(y)}v${tenth(height)}`;
  return path;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

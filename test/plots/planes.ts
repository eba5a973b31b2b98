import type { Covariance } from '../../webview/plots/plane/ellipse';

/** The density of a Gaussian on a square grid that reaches so many standard deviations to each side. */
export function gaussianGrid(mean: readonly [number, number], [xx, xy, yy]: Covariance, cells: number, reach: number) {
  const along = (middle: number, sd: number) =>
    Float64Array.from({ length: cells }, (_, i) => middle + sd * reach * ((2 * i) / (cells - 1) - 1));
  const [x, y] = [along(mean[0], Math.sqrt(xx)), along(mean[1], Math.sqrt(yy))];
  const determinant = xx * yy - xy * xy;
  const density = new Float64Array(cells * cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const [a, b] = [x[column]! - mean[0], y[row]! - mean[1]];
      const square = (yy * a * a - 2 * xy * a * b + xx * b * b) / determinant;
      density[row * cells + column] = Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
    }
  }
  return { x, y, density };
}

/** Area and samples may differ by chance; by more than this the curve has missed a peak between its points, or a pole. */
const agreement = 0.02;

/** The area under a curve by the trapezoidal rule. */
export function areaUnder(x: Float64Array, density: Float64Array): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += 0.5 * (density[i]! + density[i - 1]!) * (x[i]! - x[i - 1]!);
  return area;
}

/**
 * The probability of what a picture shows, from 0 to 1: what it adds up to itself, which is known far better than a share of
 * samples, unless the samples contradict it.
 * @param sum the area under the curve, or the sum of the bars
 * @param share of the samples that lie in what is shown
 */
export function massInside(sum: number, share: number): number {
  return Math.abs(sum - share) < agreement ? Math.min(sum, 1) : share;
}

import type { UnivariateFamily } from './family';

function valid(shape: number, scale: number): boolean {
  return shape > 0 && scale > 0;
}

/** Parameters: shape (the tail index), scale (the smallest value). */
export const pareto: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [shape, scale]) =>
    x >= scale! ? Math.log(shape!) - Math.log(scale!) - (shape! + 1) * Math.log1p((x - scale!) / scale!) : -Infinity,
  cdf(x, [shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return x <= scale! ? 0 : -Math.expm1(-shape! * Math.log1p((x - scale!) / scale!));
  },
  quantile: (u, [shape, scale], upper = 1 - u) =>
    valid(shape!, scale!) ? scale! * Math.exp(-(u < 0.5 ? Math.log1p(-u) : Math.log(upper)) / shape!) : NaN,
  mean: ([shape, scale]) => (!valid(shape!, scale!) ? NaN : shape! > 1 ? (shape! * scale!) / (shape! - 1) : Infinity),
  variance([shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return shape! > 2 ? (scale! ** 2 * shape!) / ((shape! - 1) ** 2 * (shape! - 2)) : Infinity;
  },
};

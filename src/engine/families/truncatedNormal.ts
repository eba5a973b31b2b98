import { gaussianStretch } from '../math/gaussianStretch';
import { truncatedNormalCdf, truncatedNormalMoments, truncatedNormalQuantile } from '../math/truncatedNormal';
import type { UnivariateFamily } from './family';

type Four = readonly [mean: number, sd: number, low: number, high: number];

/** The parameters, or null where they are invalid. */
function valid(parameters: readonly number[]): Four | null {
  const [mean, sd, low, high] = parameters as Four;
  return sd > 0 && low < high && !Number.isNaN(mean) ? [mean, sd, low, high] : null;
}

/** Mean and variance in standard units. */
function moments([mean, sd, low, high]: Four): { mean: number; variance: number } {
  return truncatedNormalMoments((low - mean) / sd, (high - mean) / sd);
}

/**
 * Parameters: mean and sd of the normal before truncation, low, high. The log density is taken relative to the highest point of
 * the density in [low, high], so that a far tail subtracts no large squares.
 */
export const truncatedNormal: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [mean, sd, low, high]) {
    if (!(x >= low! && x <= high!)) return -Infinity;
    const mode = Math.min(Math.max(mean!, low!), high!);
    const m = (mode - mean!) / sd!;
    const mass = gaussianStretch((mode - low!) / sd!, Math.abs(m)) + gaussianStretch((high! - mode) / sd!, Math.abs(m));
    const s = (x - mode) / sd!;
    return -s * (m + 0.5 * s) - Math.log(mass) - Math.log(sd!);
  },
  cdf(x, parameters) {
    const four = valid(parameters);
    return four ? truncatedNormalCdf(x, ...four) : NaN;
  },
  quantile(u, parameters, upper = 1 - u) {
    const four = valid(parameters);
    return four ? truncatedNormalQuantile(u, ...four, upper) : NaN;
  },
  mean(parameters) {
    const four = valid(parameters);
    return four ? four[0] + four[1] * moments(four).mean : NaN;
  },
  variance(parameters) {
    const four = valid(parameters);
    return four ? four[1] ** 2 * moments(four).variance : NaN;
  },
};

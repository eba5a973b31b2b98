import { logRootTwoPi } from '../math/normalCdf';
import type { Kernel } from './scalarTree';

/** Normal distributions, one for each mean. */
export function normalKernel(location: Float64Array, scale: Float64Array): Kernel {
  return {
    rows: location.length,
    location,
    scale,
    isNormal: true,
    breaks: [],
    logDensity(row, values) {
      const [mean, sd] = [location[row]!, scale[row]!];
      const offset = -Math.log(sd) - logRootTwoPi;
      return values.map((x) => offset - 0.5 * ((x - mean) / sd) ** 2);
    },
    reach(row, depth) {
      const away = scale[row]! * Math.sqrt(2 * depth);
      return [location[row]! - away, location[row]! + away];
    },
  };
}

import type { Histogram } from '../../api/preview';

/**
 * Counts samples in bins of equal width over [low, high]. Heights are densities normalised over all samples, those outside
 * too, so that the bars can be laid behind the marginal density.
 */
export function histogramOf(samples: ArrayLike<number>, low: number, high: number): Histogram {
  const count = samples.length;
  const bins = binCount(count);
  const width = (high - low) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => low + i * width);
  const density = new Float64Array(bins);
  for (let i = 0; i < count; i++) {
    const value = samples[i]!;
    if (!(value >= low && value <= high)) continue;
    const bin = Math.min(Math.floor((value - low) / width), bins - 1);
    density[bin]! += 1 / (count * width);
  }
  return { edges, density, samples: count };
}

/** Half as many again as twice the cube root (Rice's rule), for the many bumps of a mixture, and not so many that a bar is thinner than a few pixels. */
function binCount(samples: number): number {
  return Math.max(10, Math.min(120, Math.round(3 * Math.cbrt(samples))));
}

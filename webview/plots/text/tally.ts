/** Draws counted in bins of equal width. */
export interface Tally {
  /** One more than there are bins. */
  readonly edges: Float64Array;
  readonly counts: Uint32Array;
  /** Heights normalised over all draws, those outside too, so that they can be laid over the density. */
  readonly density: Float64Array;
}

/** The wider bins halve as draws come in: with a handful of draws narrow ones would be nothing but needles. */
const bins = [
  { from: 0, count: 10 },
  { from: 40, count: 20 },
  { from: 250, count: 40 },
] as const;

/** Counts the draws that have come so far, over the plotted range. */
export function tally(values: ArrayLike<number>, low: number, high: number): Tally {
  const count = bins.reduce((chosen, each) => (values.length >= each.from ? each.count : chosen), 10);
  const width = (high - low) / count;
  const counts = new Uint32Array(count);
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(values[i] ?? Number.NaN, low, high, count);
    if (bin !== null) counts[bin]!++;
  }
  return {
    edges: Float64Array.from({ length: count + 1 }, (_, i) => low + i * width),
    counts,
    density: Float64Array.from(counts, (each) => (values.length === 0 ? 0 : each / (values.length * width))),
  };
}

/** The bin of a value; null outside of the range. */
export function binOf(value: number, low: number, high: number, count: number): number | null {
  if (!(value >= low && value <= high)) return null;
  return Math.min(count - 1, Math.floor(((value - low) / (high - low)) * count));
}

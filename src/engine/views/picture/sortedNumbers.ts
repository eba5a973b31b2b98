/** Samples from the smallest to the largest, without those that are undefined; as they are where all are. */
export function sortedNumbers(samples: Float64Array): Float64Array {
  const defined = samples.filter((value) => !Number.isNaN(value));
  return (defined.length > 0 ? defined : samples.slice()).sort();
}

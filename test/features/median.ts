/** The median duration of nine calls, in milliseconds. Two medians taken one after the other suffer the same load. */
export function median(call: () => void): number {
  const durations = Array.from({ length: 9 }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return durations.sort((a, b) => a - b)[4]!;
}

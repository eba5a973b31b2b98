import { tidy } from '@tensorflow/tfjs-core';

/** Runs a computation and frees every tensor made in it; what it returns is plain data. */
export function scoped<T>(compute: () => T): T {
  const results: T[] = [];
  tidy(() => {
    results.push(compute());
  });
  return results[0]!;
}

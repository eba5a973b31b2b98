import { own } from './memory';

export interface Terms {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly offset: readonly number[];
}

/** What `normalSums` gives at some points, and their logarithms. */
export function sumsAt(x: readonly number[], { mean, scale, offset }: Terms, base = 0) {
  own.reset();
  const points = (x.length + 7) & ~7;
  const at = { x: own.put(x, points), mean: own.put(mean), scale: own.put(scale), offset: own.put(offset) };
  const [maxima, sums, logs] = [own.room(4 * points), own.room(4 * points), own.room(4 * points)];
  own.run.normalSums(at.x, points, at.mean, at.scale, at.offset, mean.length, maxima, sums);
  own.run.logOfSums(at.x, points, maxima, sums, base, logs);
  const read = (place: number) => Array.from(own.floats(place, x.length));
  return { maxima: read(maxima), sums: read(sums), logs: read(logs) };
}

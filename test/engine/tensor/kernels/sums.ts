import { own } from './memory';

export interface Terms {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly offset: readonly number[];
}

/** What `normalSums` gives at some points, maxima and sums. */
export function sumsAt(x: readonly number[], { mean, scale, offset }: Terms) {
  own.reset();
  const points = (x.length + 7) & ~7;
  const at = { x: own.put(x, points), mean: own.put(mean), scale: own.put(scale), offset: own.put(offset) };
  const [maxima, sums] = [own.room(4 * points), own.room(4 * points)];
  own.run.normalSums(at.x, points, at.mean, at.scale, at.offset, mean.length, maxima, sums);
  const read = (place: number) => Array.from(own.floats(place, x.length));
  return { maxima: read(maxima), sums: read(sums) };
}

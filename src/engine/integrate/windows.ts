/**
 * How far known values lie outside of the supports of their distributions, all together, at places of a line: 0 where they lie within. One row
 * for each joint state.
 */
export type Outside = (places: Float64Array) => Generator<null, readonly Float64Array[]>;

/** A stretch of a line. */
interface Stretch {
  readonly low: number;
  readonly high: number;
}

interface Ends {
  /** Rising. */
  readonly places: readonly number[];
  /** Whether the distance tells why nothing is found: it is 0 at no place. */
  readonly isTold: boolean;
}

/** Places that a stretch is looked at in one round, and rounds: a window of 1e-13 of it is found. */
const perRound = 16;
const rounds = 16;
/** A distance that is not 0 between two places has to fall at most so many times as steeply as it does beside them. */
const bend = 2;

/**
 * Where a distance that is 0 at none of some places may be 0 between them: about its local minima, if it falls on as it did.
 * @param places rising
 * @param reach how far beyond the first and the last to go
 */
export function maybeZero(places: Float64Array, distance: Float64Array, reach: number): Stretch[] {
  const found: Stretch[] = [];
  const last = places.length - 1;
  for (let i = 0; i <= last; i++) {
    const here = distance[i]!;
    const [before, after] = [distance[i - 1] ?? here, distance[i + 1] ?? here];
    if (!(here > 0 && here <= before && here <= after && (here < before || here < after))) continue;
    const below = i === 0 ? reach : places[i]! - places[i - 1]!;
    const above = i === last ? reach : places[i + 1]! - places[i]!;
    const slope = Math.max(i === 0 ? 0 : (before - here) / below, i === last ? 0 : (after - here) / above);
    if (here > bend * slope * Math.max(below, above)) continue;
    found.push({
      low: i === 0 ? places[0]! - reach : places[i - 1]!,
      high: i === last ? places[last]! + reach : places[i + 1]!,
    });
  }
  return found;
}

/**
 * Where the windows of a line on which a distance is 0 begin and end; also of those that hold none of the places where it was looked at: of a
 * local minimum between three places the lowest of many between them is taken, again and again.
 * @param places rising
 * @param reach how far beyond them to go
 */
export function* endsOfWindows(outside: Outside, places: Float64Array, reach: number): Generator<null, Ends> {
  const ends = new Set<number>();
  const rows = yield* outside(places);
  for (const [row, distance] of rows.entries()) {
    for (let i = 1; i < places.length; i++) {
      const [before, here] = [distance[i - 1]!, distance[i]!];
      if (before === 0 && here !== 0) ends.add(yield* end(outside, row, places[i - 1]!, places[i]!));
      if (before !== 0 && here === 0) ends.add(yield* end(outside, row, places[i]!, places[i - 1]!));
    }
    for (const start of maybeZero(places, distance, reach)) {
      const found = yield* windowIn(outside, row, start);
      if (found === null) continue;
      ends.add(found.low);
      ends.add(found.high);
    }
  }
  return { places: [...ends].sort((a, b) => a - b), isTold: !rows.some((row) => row.includes(0)) };
}

/** @returns null where the distance stays above 0 */
function* windowIn(outside: Outside, row: number, start: Stretch): Generator<null, Stretch | null> {
  let stretch = start;
  for (let round = 0; round < rounds; round++) {
    const own = spread(stretch);
    const distance = (yield* outside(own))[row]!;
    const lowest = distance.reduce((best, each, i) => (each < distance[best]! ? i : best), 0);
    const [low, high] = [own[Math.max(0, lowest - 1)]!, own[Math.min(own.length - 1, lowest + 1)]!];
    if (distance[lowest] === 0) {
      const last = distance.lastIndexOf(0);
      return {
        low: yield* end(outside, row, own[lowest]!, low),
        high: yield* end(outside, row, own[last]!, own[Math.min(own.length - 1, last + 1)]!),
      };
    }
    if (low === stretch.low && high === stretch.high) return null;
    stretch = { low, high };
  }
  return null;
}

function spread({ low, high }: Stretch): Float64Array {
  return Float64Array.from({ length: perRound + 1 }, (_, i) => low + ((high - low) * i) / perRound);
}

/** The end of a window between a place in it and one outside. */
function* end(outside: Outside, row: number, from: number, to: number): Generator<null, number> {
  let [inside, beyond] = [from, to];
  for (let round = 0; round < rounds && inside !== beyond; round++) {
    const own = spread({ low: inside, high: beyond });
    const distance = (yield* outside(own))[row]!;
    const first = distance.findIndex((each) => each !== 0);
    if (first < 0) return beyond;
    if (first === 0) return inside;
    [inside, beyond] = [own[first - 1]!, own[first]!];
  }
  return inside;
}

import { ticks } from 'd3-array';

/** A straight line from data to pixels: callable with a value of the data; NaN where that is not finite. */
export interface LinearScale {
  (value: number): number;
  /** @returns the value at a place in pixels, beyond the ends too */
  invert(px: number): number;
  /** @returns the two ends, in units of the data */
  domain(): [number, number];
  /** @returns where these lie, in pixels */
  range(): [number, number];
  /** @returns about so many round values within the domain, in its order */
  ticks(count: number): number[];
}

/**
 * @param domain two different finite numbers
 * @param range where they lie, in pixels; the first may be the larger, as it is where values grow upwards
 */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  return Object.assign((value: number) => onto(value, domain, range), {
    invert: (px: number) => onto(px, range, domain),
    domain: (): [number, number] => [...domain],
    range: (): [number, number] => [...range],
    ticks: (count: number) => ticks(...domain, count),
  });
}

function onto(value: number, [low, high]: readonly [number, number], [first, last]: readonly [number, number]): number {
  const share = (value - low) / (high - low);
  // Both ends are met exactly.
  return first * (1 - share) + last * share;
}

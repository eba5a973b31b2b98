import { nearest } from '../words/readOut';

/** A log density known at points, low before high. */
export interface LogLine {
  readonly x: Float64Array;
  readonly logDensity: Float64Array;
}

/** Share of the points between the three that a line is continued by. */
const reach = 1 / 24;

/**
 * A log density at any place: straight between two points, and beyond the ends continued as the parabola through three points there (which is exact for
 * a Gaussian), or as a straight line where that would open upwards. Between a finite value and −Infinity, each half belongs to its end.
 * @param continued whether to go beyond the ends; −Infinity there otherwise
 */
export function logDensityAt({ x, logDensity }: LogLine, at: number, continued: boolean): number {
  const last = x.length - 1;
  const first = x[0] ?? Number.NaN;
  const end = x[last] ?? Number.NaN;
  if (at < first || at > end) {
    if (!continued || last < 2) return Number.NEGATIVE_INFINITY;
    const step = Math.max(1, Math.floor(last * reach));
    const places = at < first ? [0, step, 2 * step] : [last, last - step, last - 2 * step];
    return beyond(
      places.map((i) => x[i] ?? 0),
      places.map((i) => logDensity[i] ?? Number.NaN),
      at,
    );
  }
  const near = nearest(x, at);
  const low = (x[near] ?? 0) > at ? Math.max(0, near - 1) : near;
  const high = Math.min(last, low + 1);
  const [a, b] = [logDensity[low] ?? Number.NaN, logDensity[high] ?? Number.NaN];
  const width = (x[high] ?? 0) - (x[low] ?? 0);
  const share = width > 0 ? (at - (x[low] ?? 0)) / width : 0;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return share < 0.5 ? a : b;
  return a + share * (b - a);
}

/** @param x three places, the end first; @param y log densities there */
function beyond(x: readonly number[], y: readonly number[], at: number): number {
  const [x0 = 0, x1 = 0, x2 = 0] = x;
  const [y0 = 0, y1 = 0, y2 = 0] = y;
  if (!Number.isFinite(y0)) return Number.NEGATIVE_INFINITY;
  if (!Number.isFinite(y1) || !Number.isFinite(y2)) return y0;
  const near = (y1 - y0) / (x1 - x0);
  const bend = ((y2 - y1) / (x2 - x1) - near) / (x2 - x0);
  const away = at - x0;
  const slope = near - bend * (x1 - x0);
  const falling = (value: number): boolean => value * Math.sign(away) <= 0;
  if (bend <= 0 && falling(slope)) return y0 + slope * away + bend * away * away;
  return falling(near) ? y0 + near * away : y0;
}

import { describe, expect, it } from 'vitest';
import { endsOfWindows, maybeZero, type Outside } from '../../../src/engine/integrate/windows';
import { result } from '../queries/inquire';

const places = Float64Array.from({ length: 81 }, (_, i) => -10 + 0.25 * i);

/** Distances of one row from a window. */
const outsideOf = (...rows: readonly ((s: number) => number)[]): Outside =>
  function* (at) {
    yield null;
    return rows.map((row) => at.map(row));
  };

const from = (low: number, high: number) => (s: number) => Math.max(0, low - s, s - high);

describe('the ends of windows', () => {
  it.each([
    [0.3, 0.3001],
    [-3.1, 2.2],
    [6.510001, 6.51000100001],
    [12, 12.5],
    [-31, -30.9999],
  ])('are found from %d to %d', (low, high) => {
    const { places: ends, isTold } = result(endsOfWindows(outsideOf(from(low, high)), places, 30));
    expect(ends).toHaveLength(2);
    expect(Math.abs(ends[0]! - low)).toBeLessThan(1e-13 * Math.abs(low));
    expect(Math.abs(ends[1]! - high)).toBeLessThan(1e-13 * Math.abs(high));
    expect(isTold).toBe(!places.some((s) => low <= s && s <= high));
  });

  it('are those of all windows of all rows', () => {
    const two = (s: number) => Math.min(from(1.01, 1.02)(s), from(3.3, 3.4)(s));
    const { places: ends } = result(endsOfWindows(outsideOf(two, from(-5, -4)), places, 30));
    [-5, -4, 1.01, 1.02, 3.3, 3.4].forEach((end, i) => {
      expect(ends[i]).toBeCloseTo(end, 12);
    });
    expect(ends).toHaveLength(6);
  });

  it('are none where the distance stays above 0', () => {
    for (const distance of [() => 1, (s: number) => 0.3 + Math.abs(s), (s: number) => 1e-9 + (s - 0.1) ** 2]) {
      expect(result(endsOfWindows(outsideOf(distance), places, 30))).toEqual({ places: [], isTold: true });
    }
  });

  it('are not looked for where the distance hardly falls', () => {
    expect(
      maybeZero(
        places,
        places.map((s) => 0.6 + Math.abs(s - 0.1)),
        30,
      ),
    ).toEqual([]);
    expect(
      maybeZero(
        places,
        places.map((s) => 1 + Math.exp(-s)),
        30,
      ),
    ).toEqual([]);
    expect(
      maybeZero(
        places,
        places.map((s) => Math.abs(s - 0.1)),
        30,
      ),
    ).toEqual([{ low: -0.25, high: 0.25 }]);
    expect(
      maybeZero(
        places,
        places.map((s) => 25 - s),
        30,
      ),
    ).toEqual([{ low: 9.75, high: 40 }]);
  });
});

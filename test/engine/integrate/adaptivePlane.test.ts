import { describe, expect, it } from 'vitest';
import { adaptivePlane } from '../../../src/engine/integrate/adaptivePlane';
import { logNormalCdf, normalCdf } from '../../../src/engine/math/normalCdf';
import { logNormal, result } from '../queries/inquire';

/** Integrates exp of a function against two independent standard normals. */
function integral(f: (s: number, t: number) => number, limit?: number) {
  const rows = function* ([first, second]: readonly Float64Array[]) {
    yield null;
    return [first!.map((s, i) => f(s, second![i]!))];
  };
  return result(adaptivePlane(rows, limit));
}

describe('adaptivePlane', () => {
  it.each([1, 0.01, 1e-4])('integrates a ridge of width %d', (sd) => {
    const { log, relativeError } = integral((s, t) => logNormal(1.5, s + 2 * t, sd));
    expect(Math.abs(log - logNormal(1.5, 0, Math.hypot(Math.sqrt(5), sd)))).toBeLessThan(1e-7);
    expect(relativeError).toBeLessThan(1e-4);
  });

  it('integrates a narrow peak', () => {
    const { log } = integral((s, t) => logNormal(1, s, 1e-3) + logNormal(-2, t, 1e-4));
    expect(log).toBeCloseTo(logNormal(1, 0, 1) + logNormal(-2, 0, 1), 5);
  });

  it('integrates a ring', () => {
    // s² + t² is exponential with mean 2.
    const { log } = integral((s, t) => logNormal(4, s * s + t * t, 0.05));
    expect(log).toBeCloseTo(Math.log(0.5) - 2 + 0.5 * (0.05 / 2) ** 2, 5);
  });

  it('keeps to an area with edges', () => {
    const { log } = integral((s, t) => (s > 0 && t > 0.5 ? 0 : Number.NEGATIVE_INFINITY));
    expect(Math.exp(log)).toBeCloseTo(0.5 * 0.308_537_538_725_987, 3);
  });

  it('gives nodes whose weights make the integral', () => {
    const f = (s: number, t: number) => logNormal(1, s * t, 0.5);
    const { places, logWeights, log } = integral(f);
    const sum = logWeights.reduce(
      (total, weight, i) => total + Math.exp(weight + f(places[0]![i]!, places[1]![i]!)),
      0,
    );
    expect(Math.log(sum)).toBeCloseTo(log, 10);
  });

  it.each([
    [0.3, 1e-6],
    [0.1, 1e-6],
    [0.03, 1e-5],
    [0.01, 1e-2],
  ])('claims an error that holds, for bent ridges of width %d', (sd, most) => {
    for (const [x, k] of [
      [0.7, 1],
      [-1.2, 2],
      [1.9, 0.6],
    ] as const) {
      const { log, relativeError } = integral((s, t) => logNormal(x, t + Math.sin(k * s), sd));
      // Over t in closed form, over s by an even rule.
      let sum = 0;
      for (let s = -9; s <= 9; s += 1 / 64) {
        sum += Math.exp(logNormal(x - Math.sin(k * s), 0, Math.hypot(1, sd)) + logNormal(s, 0, 1)) / 64;
      }
      expect(Math.abs(Math.exp(log) / sum - 1)).toBeLessThan(relativeError + 1e-12);
      expect(relativeError).toBeLessThan(most);
    }
  });

  it('claims an error that holds where there are corners and ends', () => {
    const corner = integral((s, t) => -3 * Math.abs(s + 0.4 * t - 0.3));
    const sd = Math.hypot(1, 0.4);
    const side = (c: number) => Math.exp(4.5 * sd * sd + 3 * c) * normalCdf(-c / sd - 3 * sd);
    expect(Math.abs(Math.exp(corner.log) / (side(0.3) + side(-0.3)) - 1)).toBeLessThan(corner.relativeError);
    expect(corner.relativeError).toBeLessThan(1e-3);
    const end = integral((s, t) => (s + 0.4 * t > 0.3 ? 0 : Number.NEGATIVE_INFINITY));
    expect(Math.abs(Math.exp(end.log) / normalCdf(-0.3 / sd) - 1)).toBeLessThan(end.relativeError);
    expect(end.relativeError).toBeLessThan(1e-2);
  });

  it('finds what lies far from most of it', () => {
    // A millionth, 25 standard deviations off.
    const far = (s: number, t: number) => logNormal(6, s, 0.3) + logNormal(-2, t, 0.3) + Math.log(1e-6) + 20;
    const near = (s: number, t: number) => logNormal(-1, s, 0.2) + logNormal(1, t, 0.2);
    const { log, relativeError } = integral((s, t) => Math.log(Math.exp(near(s, t)) + Math.exp(far(s, t))));
    const wide = (sd: number) => Math.hypot(1, sd);
    const truth =
      Math.exp(2 * logNormal(1, 0, wide(0.2))) +
      Math.exp(logNormal(6, 0, wide(0.3)) + logNormal(2, 0, wide(0.3)) + 20) * 1e-6;
    expect(Math.abs(Math.exp(log) / truth - 1)).toBeLessThan(relativeError + 1e-12);
    expect(relativeError).toBeLessThan(1e-6);
  });

  describe('with moments of a value', () => {
    const moments = (value: (s: number, t: number) => number) => {
      const f = function* ([first, second]: readonly Float64Array[]) {
        yield null;
        const logs = first!.map((s, i) => value(s, second![i]!));
        return [logs.map(() => 0), logs, logs.map((log) => 2 * log)];
      };
      return result(adaptivePlane(f, undefined, 2));
    };

    it('reaches to where they are', () => {
      // E exp(2 (3 s + t)) = e^20, from about s = 6.
      const { places, logWeights, diverges, relativeError } = moments((s, t) => 3 * s + t);
      const second = logWeights.reduce(
        (sum, log, i) => sum + Math.exp(log + 6 * places[0]![i]! + 2 * places[1]![i]!),
        0,
      );
      expect(Math.abs(second / Math.exp(20) - 1)).toBeLessThan(Math.max(relativeError, 1e-9));
      expect(diverges).toEqual([false, false]);
    });

    it('says which have no end', () => {
      // |z| = Φ(−|s|)^−exponent, as in the tails of a Student’s t with 1/exponent degrees of freedom.
      const diverges = (exponent: number) =>
        moments((s, t) => 0.1 * t - exponent * logNormalCdf(-Math.abs(s))).diverges;
      expect(diverges(1)).toEqual([true, true]);
      expect(diverges(1 / 1.5)).toEqual([false, true]);
      expect(diverges(1 / 2.5)).toEqual([false, false]);
    });
  });

  it('says −∞ where there is nothing, and stops at its limit', () => {
    expect(integral(() => Number.NEGATIVE_INFINITY).log).toBe(Number.NEGATIVE_INFINITY);
    expect(integral((s, t) => Math.sin(200 * s * t), 4000).evaluations).toBeLessThan(9000);
  });
});

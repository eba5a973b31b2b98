import { describe, expect, it } from 'vitest';
import { adaptivePlane } from '../../../src/engine/integrate/adaptivePlane';
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

  it('says −∞ where there is nothing, and stops at its limit', () => {
    expect(integral(() => Number.NEGATIVE_INFINITY).log).toBe(Number.NEGATIVE_INFINITY);
    expect(integral((s, t) => Math.sin(200 * s * t), 4000).evaluations).toBeLessThan(9000);
  });
});

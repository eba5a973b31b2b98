import { describe, expect, it } from 'vitest';
import { adaptiveLine } from '../../../src/engine/integrate/adaptiveLine';
import { logNormalCdf, normalCdf } from '../../../src/engine/math/normalCdf';
import { logNormal, normal, result } from '../queries/inquire';

/** Integrates exp of each row against the standard normal. */
function integral(rows: readonly ((s: number) => number)[], resolution = 1, limit?: number) {
  const f = function* ([places]: readonly Float64Array[]) {
    yield null;
    return rows.map((row) => places!.map(row));
  };
  return result(adaptiveLine(f, resolution, limit));
}

describe('adaptiveLine', () => {
  it.each([1, 0.1, 1e-3, 1e-6])('integrates a Gaussian of width %d between its nodes', (sd) => {
    const { log, relativeError } = integral([(s) => logNormal(0.777, s, sd)]);
    expect(Math.abs(log - logNormal(0.777, 0, Math.hypot(1, sd)))).toBeLessThan(1e-8);
    expect(relativeError).toBeLessThan(1e-6);
  });

  it('follows it far out', () => {
    const { log } = integral([(s) => logNormal(50, s, 1)]);
    expect(log).toBeCloseTo(logNormal(50, 0, Math.SQRT2), 6);
  });

  it('sums rows, a narrow one under a broad one too', () => {
    const narrow = (s: number) => logNormal(1.2345, s, 1e-5);
    const { log } = integral([() => 0, narrow]);
    expect(log).toBeCloseTo(Math.log(1 + Math.exp(logNormal(1.2345, 0, 1))), 7);
  });

  it('finds the ends of an interval', () => {
    const { log } = integral([(s) => (s > 0.123 && s < 0.124 ? 0 : Number.NEGATIVE_INFINITY)]);
    expect(Math.exp(log) / (1e-3 * Math.exp(logNormal(0.1235, 0, 1)))).toBeCloseTo(1, 4);
  });

  it('says −∞ where there is nothing', () => {
    expect(integral([() => Number.NEGATIVE_INFINITY]).log).toBe(Number.NEGATIVE_INFINITY);
  });

  it('gives nodes whose weights make the integral, none of them heavy where that is wanted', () => {
    const f = (s: number) => logNormal(0.3, s, 0.2);
    const { places, logWeights, log } = integral([f], 1 / 128);
    const terms = logWeights.map((weight, i) => Math.exp(weight + f(places[0]![i]!) - log));
    expect(terms.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(Math.max(...terms)).toBeLessThan(1 / 128);
    const mean = terms.reduce((sum, term, i) => sum + term * places[0]![i]!, 0);
    expect(mean).toBeCloseTo(0.3 / 1.04, 9);
  });

  it.each([0.003, 0.001, 1e-4])('finds every narrow peak of a curve that comes back, %d wide', (sd) => {
    const { log, relativeError } = integral([(s) => logNormal(0.9, Math.sin(2 * s), sd)]);
    // The density of sin(2s) at 0.9, smoothed: at all places where sin(2s) = 0.9, over the slope, with its second derivative.
    const density = (x: number) => {
      let sum = 0;
      for (let k = -4; k <= 4; k++) {
        for (const angle of [Math.asin(x), Math.PI - Math.asin(x)]) {
          sum += normal((angle + 2 * Math.PI * k) / 2, 0, 1) / (2 * Math.sqrt(1 - x * x));
        }
      }
      return sum;
    };
    const bend = (density(0.9 + 1e-3) - 2 * density(0.9) + density(0.9 - 1e-3)) / 1e-6;
    const expected = Math.log(density(0.9) + 0.5 * sd * sd * bend);
    expect(Math.abs(log - expected)).toBeLessThan(1e-8 + 400 * sd ** 4 * 1e3);
    expect(relativeError).toBeLessThan(1e-8);
  });

  it('claims an error that holds', () => {
    for (let i = 0; i < 40; i++) {
      const [x, sd] = [-0.95 + 0.047 * i, 10 ** (-0.5 - 0.05 * i)];
      const f = (s: number) => logNormal(x, Math.sin(3 * s), sd);
      const { log, relativeError } = integral([f]);
      // The trapezoidal rule is exact for an analytic integrand, once it is fine enough.
      const h = sd / 60;
      let sum = 0;
      for (let s = -8; s < 8; s += h) sum += Math.exp(f(s) - 0.5 * s * s) * h;
      const truth = Math.log(sum / Math.sqrt(2 * Math.PI));
      expect(Math.abs(log - truth)).toBeLessThan(Math.max(relativeError, 2e-12));
      expect(relativeError).toBeLessThan(1e-8);
    }
  });

  it.each([0.5, 0.499, 0.503, 0.2504, 1.1249, 0.777])(
    'sees a corner at %d, between the last node of a panel and its end',
    (c) => {
      const { log, relativeError } = integral([(s) => -3 * Math.abs(s - c)]);
      const truth = Math.exp(4.5 + 3 * c) * normalCdf(-c - 3) + Math.exp(4.5 - 3 * c) * normalCdf(c - 3);
      expect(Math.abs(Math.exp(log) / truth - 1)).toBeLessThan(Math.max(relativeError, 1e-13));
      expect(relativeError).toBeLessThan(1e-8);
    },
  );

  it('says which moments have no end', () => {
    const moments = (exponent: number) => {
      // |z| = Φ(−|s|)^−exponent, as in the tails of a Student’s t with 1/exponent degrees of freedom.
      const z = (s: number) => -exponent * logNormalCdf(-Math.abs(s));
      const f = function* ([places]: readonly Float64Array[]) {
        yield null;
        return [places!.map(() => 0), places!.map(z), places!.map((s) => 2 * z(s))];
      };
      return result(adaptiveLine(f, 1, undefined, 2)).diverges;
    };
    expect(moments(1)).toEqual([true, true]);
    expect(moments(1 / 2)).toEqual([false, true]);
    expect(moments(1 / 1.5)).toEqual([false, true]);
    expect(moments(1 / 2.5)).toEqual([false, false]);
    expect(moments(0.1)).toEqual([false, false]);
  });

  it('takes no ripples far out, where nothing is, for a moment without end', () => {
    const f = function* ([places]: readonly Float64Array[]) {
      yield null;
      const narrow = places!.map((s) => logNormal(0.3, Math.sin(7 * s), 0.002));
      const second = narrow.map((log, i) => log + 2 * Math.log(Math.abs(places![i]!)));
      return [narrow, narrow, second];
    };
    expect(result(adaptiveLine(f, 1, undefined, 2)).diverges).toEqual([false, false]);
  });

  it('makes nodes fine enough for a moment that lies elsewhere', () => {
    // E exp(4 s) = e^8, from about s = 4, where the normal has next to nothing.
    const f = function* ([places]: readonly Float64Array[]) {
      yield null;
      return [places!.map(() => 0), places!.map((s) => 4 * s), places!.map((s) => 8 * s)];
    };
    const { places, logWeights } = result(adaptiveLine(f, 1, undefined, 2));
    const moment = (k: number) => logWeights.reduce((sum, log, i) => sum + Math.exp(log + k * places[0]![i]!), 0);
    expect(moment(4) / Math.exp(8)).toBeCloseTo(1, 9);
    expect(moment(8) / Math.exp(32)).toBeCloseTo(1, 9);
  });

  it('stops at its limit', () => {
    const { evaluations, relativeError } = integral([(s) => Math.sin(1e5 * s)], 1e-9, 2000);
    expect(evaluations).toBeLessThan(6000);
    expect(relativeError).toBeGreaterThan(0);
  });
});

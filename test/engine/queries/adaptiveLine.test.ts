import { describe, expect, it } from 'vitest';
import { adaptiveLine } from '../../../webview/engine/queries/adaptiveLine';
import { logNormal, result } from './inquire';

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

  it('stops at its limit', () => {
    const { evaluations, relativeError } = integral([(s) => Math.sin(1e5 * s)], 1e-9, 2000);
    expect(evaluations).toBeLessThan(6000);
    expect(relativeError).toBeGreaterThan(0);
  });
});

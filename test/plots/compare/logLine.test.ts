import { describe, expect, it } from 'vitest';
import { type LogLine, logDensityAt } from '../../../webview/plots/compare/logLine';

function line(low: number, high: number, log: (x: number) => number, points = 101): LogLine {
  const x = Float64Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  return { x, logDensity: x.map(log) };
}

describe('a log density between its points', () => {
  it('is straight', () => {
    expect(logDensityAt({ x: Float64Array.of(0, 2), logDensity: Float64Array.of(1, 5) }, 0.5, false)).toBe(2);
    expect(logDensityAt({ x: Float64Array.of(0, 2), logDensity: Float64Array.of(1, 5) }, 2, false)).toBe(5);
  });

  it('belongs to the nearer end at the edge of a support', () => {
    const edge = { x: Float64Array.of(0, 1), logDensity: Float64Array.of(Number.NEGATIVE_INFINITY, 3) };
    expect(logDensityAt(edge, 0.4, false)).toBe(Number.NEGATIVE_INFINITY);
    expect(logDensityAt(edge, 0.6, false)).toBe(3);
  });
});

describe('beyond its points', () => {
  it('there is nothing unless it is continued', () => {
    expect(
      logDensityAt(
        line(-1, 1, (x) => -x * x),
        2,
        false,
      ),
    ).toBe(Number.NEGATIVE_INFINITY);
  });

  it('a Gaussian goes on as one, to both sides', () => {
    const gaussian = (x: number) => -0.5 * ((x - 1) / 0.7) ** 2;
    for (const at of [-9, -3, 4, 12])
      expect(logDensityAt(line(-1, 3, gaussian), at, true)).toBeCloseTo(gaussian(at), 6);
  });

  it('an exponential tail goes on straight, and a heavy one never rises', () => {
    expect(
      logDensityAt(
        line(-4, 4, (x) => -2 * Math.abs(x)),
        9,
        true,
      ),
    ).toBeCloseTo(-18, 6);
    const heavy = line(-20, 20, (x) => -Math.log1p(x * x));
    expect(logDensityAt(heavy, 60, true)).toBeLessThan(logDensityAt(heavy, 20, true));
    expect(logDensityAt(heavy, -60, true)).toBeLessThan(logDensityAt(heavy, -20, true));
  });

  it('a support that ended does not begin again', () => {
    const flat = line(-1, 2, (x) => (x >= 0 && x <= 1 ? 0 : Number.NEGATIVE_INFINITY));
    expect(logDensityAt(flat, 5, true)).toBe(Number.NEGATIVE_INFINITY);
  });
});

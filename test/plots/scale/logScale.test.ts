import { describe, expect, it } from 'vitest';
import { layoutCurve } from '../../../webview/plots/curve/curve';
import { logBars, logCurve, natsBelow } from '../../../webview/plots/scale/logScale';
import { counts, infiniteMixture, mixture, threeBumps } from '../fixtures';

const size = { width: 600, height: 300 };
const options = { fontSize: 13, compact: false };

describe('a log density', () => {
  it('is the logarithm of the marginal and of each weighted component', () => {
    const plain = threeBumps();
    const log = logCurve(plain);
    log.density.forEach((value, i) => {
      expect(value).toBeCloseTo(Math.log(plain.density[i]!), 12);
    });
    expect(log.components.items[1]!.density[40]).toBeCloseTo(Math.log(plain.components.items[1]!.density[40]!), 12);
    expect(log.onScale!.source).toBe(plain);
  });

  it('goes down to a stated number of nats below the lowest peak', () => {
    const { onScale } = logCurve(
      mixture(
        [
          { label: 'a', weight: 0.999, mean: -2, sd: 0.1 },
          { label: 'b', weight: 0.001, mean: 2, sd: 0.1 },
        ],
        -5,
        5,
        [],
        1001,
      ),
    );
    const lowestPeak = Math.log(0.001 / (0.1 * Math.sqrt(2 * Math.PI)));
    expect(onScale!.low).toBeCloseTo(lowestPeak - natsBelow, 2);
    expect(onScale!.high).toBeGreaterThan(Math.log(0.999 / (0.1 * Math.sqrt(2 * Math.PI))));
    expect(onScale!.note).toContain('natural logarithm');
  });

  it('goes no farther down than the lowest value', () => {
    const { onScale } = logCurve(mixture([{ label: 'a', weight: 1, mean: 0, sd: 1 }], -2, 2));
    const lowest = -2 - 0.5 * Math.log(2 * Math.PI);
    expect(onScale!.low).toBeLessThan(lowest);
    expect(onScale!.low).toBeGreaterThan(lowest - 0.5);
  });

  it('has a gap where the density is 0, and a line down to the end of the axis where it is lower', () => {
    const x = Float64Array.from({ length: 101 }, (_, i) => -5 + i / 10);
    const density = x.map((value) => (value >= 0 && value <= 2 ? 0.5 : 0));
    const base = mixture([{ label: 'a', weight: 1, mean: 0, sd: 1 }], -5, 5, [], 101);
    const uniform = {
      ...base,
      density,
      logDensity: density.map(Math.log),
      components: { ...base.components, items: [] },
    };
    const drawn = layoutCurve(logCurve(uniform), size, options);
    expect(drawn.marginal.match(/M/g)).toHaveLength(1);
    expect(drawn.marginal).not.toMatch(/NaN|Infinity/);
    const from = Number(/^M([\d.]+),/.exec(drawn.marginal)![1]);
    expect(drawn.x.scale.invert(from)).toBeCloseTo(0, 1);
    const { frame, components } = layoutCurve(logCurve(threeBumps()), size, options);
    const depths = components[0]!.line.match(/,([\d.]+)/g)!.map((text) => Number(text.slice(1)));
    expect(Math.max(...depths)).toBeLessThanOrEqual(frame.bottom + 0.1);
    expect(Math.max(...depths)).toBeGreaterThan(frame.bottom - 1);
  });

  it('has a band of its error, never below the axis', () => {
    const plain = infiniteMixture();
    const { band, low } = logCurve(plain).onScale!;
    expect(band!.high[50]).toBeCloseTo(Math.log(plain.density[50]! + 2 * plain.standardError![50]!), 12);
    expect(Math.min(...band!.low)).toBeGreaterThanOrEqual(low);
  });
});

describe('log probabilities', () => {
  it('are bars from the end of the axis, without shares', () => {
    const plain = counts();
    const log = logBars(plain);
    expect(log.probability[3]).toBeCloseTo(Math.log(plain.probability[3]!), 12);
    expect(log.components.items).toEqual([]);
    expect(log.onScale!.low).toBeLessThan(Math.min(...log.probability.filter(Number.isFinite)) + 61);
  });
});

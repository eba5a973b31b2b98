import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axis, tickLabels } from '../../../webview/plots/axes/axis';
import { textWidth } from '../../../webview/plots/text/textWidth';

describe('an axis', () => {
  it('places round ticks in pixels', () => {
    const { ticks } = axis([0, 0.26], [300, 20], 58);
    expect(ticks.map(({ label }) => label)).toEqual(['0.00', '0.05', '0.10', '0.15', '0.20', '0.25']);
    expect(ticks[0]?.at).toBe(300);
    expect(ticks[5]?.at).toBeCloseTo(300 - (280 * 0.25) / 0.26, 9);
  });

  it('mends a range that is none', () => {
    expect(axis([2, 2], [0, 100], 50).scale.domain()).toEqual([1.5, 2.5]);
    expect(axis([Number.NaN, Number.NaN], [0, 100], 50).scale.domain()).toEqual([-0.5, 0.5]);
    expect(axis([0, Number.POSITIVE_INFINITY], [0, 100], 50).scale.domain()).toEqual([-0.5, 0.5]);
  });

  it('keeps labels that stand side by side apart', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e7, noNaN: true }),
        fc.integer({ min: 120, max: 1200 }),
        (low, width, pixels) => {
          const { ticks } = axis([low, low + width], [0, pixels], 50, 12);
          for (let i = 1; i < ticks.length; i++) {
            const [a, b] = [ticks[i - 1], ticks[i]];
            if (a === undefined || b === undefined || ticks.length <= 2) continue;
            const half = (textWidth(a.label, 12) + textWidth(b.label, 12)) / 2;
            expect(b.at - a.at).toBeGreaterThan(half);
          }
        },
      ),
    );
  });
});

describe('tick labels', () => {
  it('share their decimals', () => {
    expect(tickLabels([-1, -0.5, 0, 0.5])).toEqual(['−1.0', '−0.5', '0.0', '0.5']);
    expect(tickLabels([0, 500, 1000])).toEqual(['0', '500', '1,000']);
  });

  it('take powers of ten far from one', () => {
    expect(tickLabels([0, 0.00002, 0.00004])).toEqual(['0', '2×10⁻⁵', '4×10⁻⁵']);
    expect(tickLabels([0, 500_000, 1_000_000])).toEqual(['0', '5×10⁵', '10⁶']);
  });
});

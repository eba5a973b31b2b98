import type { Bars, Curve } from '../../../src/engine/api/preview';
import type { ScaledBars, ScaledCurve } from '../axes/onScale';
import { fixed } from '../text/format';

/** The axis ends so many nats below the lowest peak among the components: there is 1 part in 160,000 of a peak left. */
export const natsBelow = 12;
/** But no deeper below the highest than this. */
const deepest = 60;
/** What stands free above the highest line, and below the lowest, as a share of the axis. */
const margin = 0.06;

/**
 * The natural logarithm of a density and of its weighted components. Where a density is 0 there is nothing to draw.
 * The axis goes down to `natsBelow` nats below the lowest peak, or to the lowest value where that is higher.
 */
export function logCurve(curve: Curve): ScaledCurve {
  const items = curve.components.items.map((item) => ({ ...item, density: item.density.map(Math.log) }));
  const peaks = items.map(({ density }) => highest(density)).filter(Number.isFinite);
  const ends = axisEnds(
    [curve.logDensity, ...(curve.components.kind === 'categories' ? items.map(({ density }) => density) : [])],
    curve.components.kind === 'categories' ? peaks : [],
  );
  const error = curve.standardError;
  return {
    ...curve,
    density: curve.logDensity,
    components: { ...curve.components, items },
    histogram: curve.histogram && { ...curve.histogram, density: curve.histogram.density.map(Math.log) },
    onScale: {
      name: 'log',
      source: curve,
      ...ends,
      band: error && {
        low: curve.density.map((value, i) => Math.max(ends.low, Math.log(Math.max(0, value - 2 * (error[i] ?? 0))))),
        high: curve.density.map((value, i) => Math.log(value + 2 * (error[i] ?? 0))),
      },
      note: `The axis is a natural logarithm and ends at ${fixed(ends.low, 1)}; where the density is 0 the line has a gap.`,
    },
  };
}

/** The natural logarithm of probabilities. Shares of a bar do not add up on it, so the components are left out. */
export function logBars(bars: Bars): ScaledBars {
  const probability = bars.probability.map(Math.log);
  const ends = axisEnds([probability], []);
  return {
    ...bars,
    probability,
    components: { ...bars.components, items: [] },
    samples: bars.samples?.map(Math.log) ?? null,
    onScale: {
      name: 'log',
      source: bars,
      ...ends,
      band: null,
      note: `The axis is a natural logarithm and ends at ${fixed(ends.low, 1)}; a value of probability 0 has no bar.`,
    },
  };
}

function axisEnds(lines: readonly Float64Array[], peaks: readonly number[]): { low: number; high: number } {
  const tops = lines.map(highest).filter(Number.isFinite);
  if (tops.length === 0) return { low: -1, high: 0 };
  const top = Math.max(...tops);
  const wanted = Math.max(Math.min(top, ...peaks) - natsBelow, top - deepest);
  let lowest = top;
  for (const line of lines) for (const value of line) if (value < lowest && value >= wanted) lowest = value;
  const room = margin * Math.max(1, top - lowest);
  return { low: Math.max(wanted, lowest - room), high: top + room };
}

/** The highest finite value; −∞ where there is none. */
function highest(values: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > best && value < Number.POSITIVE_INFINITY) best = value;
  return best;
}

import type { DistributionPicture } from '../../../src/engine/api/aside';
import type { Bars, Components, Curve, OutsideMass } from '../../../src/engine/api/preview';
import type { ScaledBars, ScaledCurve } from '../axes/onScale';

/** A little above 1, so that the line is seen. */
const top = 1.04;

const exactly = 'Exact up to rounding: by the distribution functions of the families.';
const integrated =
  'The density is integrated over its points; what lies below the range comes from the samples. Components are not drawn.';
const summed = 'The sum of the bars up to each value.';
const summedFrom = 'The sum of the bars up to each value; what lies below the first comes from the samples.';

/**
 * F(x) = P(X ≤ x) at the points of a curve, and weight × F(x | z) of its components.
 * @param exact what the engine says of it; null where it has no closed form, or is not there yet: then the density is integrated
 */
export function distributionCurve(curve: Curve, exact: DistributionPicture | null): ScaledCurve {
  const known = exact !== null && exact.cumulative.length === curve.x.length ? exact : null;
  const { items } = curve.components;
  const shared = known !== null && curve.components.kind === 'categories' && known.components.length === items.length;
  const components: Components = {
    ...curve.components,
    items: shared ? items.map((item, i) => ({ ...item, density: known.components[i] ?? item.density })) : [],
  };
  const below = outsideOf(curve).below;
  return {
    ...curve,
    density: known?.cumulative ?? integral(curve, below),
    standardError: null,
    components,
    histogram: curve.histogram && { ...curve.histogram, density: cumulated(curve.histogram, below) },
    onScale: {
      name: 'distribution',
      source: curve,
      low: 0,
      high: top,
      band: null,
      note: known === null ? integrated : exactly,
    },
  };
}

/** P(X ≤ x) at the values of bars; the components' shares add up to it where no value below the first is left out. */
export function distributionBars(bars: Bars): ScaledBars {
  const { below } = outsideOf(bars);
  const whole = below < 1e-6;
  // Where only some of the values have bars, each stands for its neighbours too.
  const total = bars.probability.reduce((sum, value) => sum + value, 0);
  const factor = total > 0 ? bars.massInside / total : 0;
  const running = (values: Float64Array, start: number, times: number): Float64Array => {
    let sum = start;
    return values.map((value) => {
      sum += value * times;
      return Math.min(1, sum);
    });
  };
  const items = whole
    ? bars.components.items.map((item) => ({ ...item, density: running(item.density, 0, factor) }))
    : [];
  return {
    ...bars,
    probability: running(bars.probability, below, factor),
    standardError: null,
    components: { ...bars.components, items },
    samples: bars.samples && running(bars.samples, below, 1),
    onScale: {
      name: 'distribution',
      source: bars,
      low: 0,
      high: top,
      band: null,
      note: whole ? summed : summedFrom,
    },
  };
}

function outsideOf({ outside, massInside }: Curve | Bars): OutsideMass {
  return outside ?? { below: (1 - massInside) / 2, above: (1 - massInside) / 2, exact: false };
}

/** The running area by the trapezoidal rule, brought to the mass that the range holds. An infinite density counts as its neighbour's. */
function integral({ x, density, massInside }: Curve, below: number): Float64Array {
  const areas = new Float64Array(x.length);
  const height = (i: number, other: number): number => {
    const value = density[i] ?? 0;
    return Number.isFinite(value) ? value : Number.isFinite(density[other] ?? 0) ? (density[other] ?? 0) : 0;
  };
  for (let i = 1; i < x.length; i++) {
    const width = (x[i] ?? 0) - (x[i - 1] ?? 0);
    areas[i] = (areas[i - 1] ?? 0) + 0.5 * (height(i, i - 1) + height(i - 1, i)) * width;
  }
  const total = areas[areas.length - 1] ?? 0;
  const factor = total > 0 ? massInside / total : 0;
  return areas.map((area) => Math.min(1, below + area * factor));
}

/** The share of the samples up to the end of each bin. */
function cumulated(
  { edges, density }: { readonly edges: Float64Array; readonly density: Float64Array },
  below: number,
): Float64Array {
  let sum = below;
  return density.map((value, i) => {
    sum += value * ((edges[i + 1] ?? 0) - (edges[i] ?? 0));
    return Math.min(1, sum);
  });
}

/** An interval of an axis. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The share of the mass that an axis covers where nothing else is asked for. */
export const usualMass = 0.998;
/** What it leaves out at each end. */
export const usualTail = (1 - usualMass) / 2;

/** Tails whose end lies farther beyond the central 90 % than so many times its width are like a Cauchy's: an axis does not follow them. */
const followed = 4;

/** Whether an end of the wanted mass lies so far out that the axis would show nothing else. */
export function beyondReach(end: number, q05: number, q95: number): boolean {
  const width = q95 - q05;
  return end < q05 - followed * width || end > q95 + followed * width;
}

/**
 * What an axis should show: at least the stated share of the samples with a margin, without following the tails of a Cauchy, and the
 * bulk of every component.
 * @param samples sorted, rising
 * @param bulks an interval for each component that matters
 * @param mass the share; each end leaves out half of the rest
 */
export function coverage(samples: Float64Array, bulks: readonly Range[], mass: number = usualMass): Range {
  const at = (share: number) => samples[Math.round(share * (samples.length - 1))]!;
  const [q05, q95] = [at(0.05), at(0.95)];
  const tail = (1 - mass) / 2;
  // Tails of the normal end well inside of this reach; those of a Cauchy are cut off by it.
  const reach = 1.2 * (q95 - q05);
  const [first, last] = [at(tail), at(1 - tail)];
  let low = beyondReach(first, q05, q95) ? q05 - reach : first;
  let high = beyondReach(last, q05, q95) ? q95 + reach : last;
  const margin = 0.02 * (high - low);
  low -= margin;
  high += margin;
  for (const bulk of bulks) {
    low = Math.min(low, bulk.low);
    high = Math.max(high, bulk.high);
  }
  return { low: Math.max(low, -largest), high: Math.min(high, largest) };
}

/** Beyond it no axis is of use. */
const largest = 1e300;

/**
 * The plotted range for what should be covered: out to round ends, and the range on which the axis stands as long as it
 * still fits, so that it keeps still while a number is dragged.
 * @param support where values can lie; the range does not go beyond
 */
export function settle(wanted: Range, support: Range, standing: Range | null): Range {
  const width = wanted.high - wanted.low;
  if (!(width > 0)) return around(wanted.low);
  if (standing !== null && fits(wanted, standing)) return standing;
  const step = niceStep(width / 12);
  const low = Math.floor(wanted.low / step + rounding) * step;
  const high = Math.ceil(wanted.high / step - rounding) * step;
  return { low: clean(Math.max(low, support.low), step), high: clean(Math.min(high, support.high), step) };
}

/** An end that is round but for rounding stays. */
const rounding = 1e-6;

/** The range still shows what it should, and does not waste half of the axis. */
function fits(wanted: Range, { low, high }: Range): boolean {
  const width = high - low;
  const slack = 0.03 * width;
  return wanted.low >= low - slack && wanted.high <= high + slack && wanted.high - wanted.low > 0.55 * width;
}

/** A range for a single value. */
function around(value: number): Range {
  const half = Math.max(1, Math.abs(value) * 0.1);
  return { low: value - half, high: value + half };
}

/** 1, 2 or 5 times a power of ten, near and not below the given step. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const digit = step / power;
  return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
}

/** Removes the rounding of a multiple of the step; a support's end stays as it is. */
function clean(value: number, step: number): number {
  const multiple = Math.round(value / step);
  return Math.abs(value - multiple * step) < 1e-9 * step ? Number((multiple * step).toPrecision(12)) : value;
}

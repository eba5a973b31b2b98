import { count, decimalsFor, fixed, scientific } from '../text/format';
import { labelRoom, textWidth } from '../text/textWidth';
import { type LinearScale, linearScale } from './linearScale';

export interface Tick {
  /** In data units. */
  readonly value: number;
  /** In pixels along the axis. */
  readonly at: number;
  readonly label: string;
}

export interface Axis {
  readonly scale: LinearScale;
  readonly ticks: readonly Tick[];
}

/**
 * A linear axis.
 * @param domain the plotted range, low before high; an empty or non-finite one becomes a range of width 1
 * @param range where its two ends lie, in pixels
 * @param spacing pixels that one tick should have to itself
 * @param fontSize of labels that stand side by side and must not touch, in pixels; 0 where they stand above each other
 */
export function axis(
  domain: readonly [number, number],
  range: readonly [number, number],
  spacing: number,
  fontSize = 0,
): Axis {
  const scale = linearScale(sound(domain), range);
  const most = Math.max(2, Math.round(Math.abs(range[1] - range[0]) / spacing));
  const values = fewTicks(scale, most, fontSize);
  const labels = tickLabels(values);
  return { scale, ticks: values.map((value, i) => ({ value, at: scale(value), label: labels[i] ?? '' })) };
}

/**
 * A horizontal axis whose labels lie within the picture.
 * @param left where it begins, in pixels
 * @param width of the picture
 * @param margin what it leaves at its end, at least
 * @returns it ends where its range does
 */
export function acrossAxis(
  domain: readonly [number, number],
  left: number,
  width: number,
  margin: number,
  spacing: number,
  fontSize: number,
): Axis {
  const to = (room: number): Axis => axis(domain, [left, Math.max(left + 40, width - room)], spacing, fontSize);
  const first = to(margin);
  const half = labelRoom(first.ticks, fontSize) / 2;
  const { scale, ticks } = half + 2 > margin ? to(Math.ceil(half) + 2) : first;
  return { scale, ticks: ticks.filter((tick) => isWithin(tick, width, fontSize)) };
}

/** Whether the label of a tick lies within a picture that is `width` pixels wide. */
export function isWithin({ at, label }: Tick, width: number, fontSize: number): boolean {
  const half = textWidth(label, fontSize) / 2;
  return at >= half && at + half <= width;
}

/** d3 takes a number of ticks as a hint and may give half as many again; here it is a limit. */
function fewTicks(scale: LinearScale, most: number, fontSize: number): number[] {
  for (let wanted = most; wanted > 1; wanted--) {
    const values = scale.ticks(wanted);
    const apart = Math.abs(scale(values[1] ?? 0) - scale(values[0] ?? 0));
    const widest = Math.max(0, ...tickLabels(values).map((label) => textWidth(label, fontSize)));
    if (values.length <= most + 1 && (fontSize === 0 || apart > widest + fontSize)) return values;
  }
  return scale.ticks(1).slice(0, fontSize === 0 ? undefined : 1);
}

/** @returns one label for each of some evenly spaced values, all with the same number of decimals. */
export function tickLabels(values: readonly number[]): string[] {
  const step = values.length > 1 ? (values[1] ?? 0) - (values[0] ?? 0) : Math.abs(values[0] ?? 1);
  const largest = Math.max(...values.map(Math.abs), 0);
  if (largest >= 1e6 || (largest < 1e-4 && largest > 0)) {
    const exponent = Math.floor(Math.log10(largest));
    const decimals = Math.max(0, exponent - Math.floor(Math.log10(step) + 1e-9));
    return values.map((value) => (value === 0 ? '0' : plainPower(scientific(value, decimals))));
  }
  const decimals = decimalsFor(step);
  return values.map((value) => (decimals === 0 ? count(value) : fixed(value, decimals)));
}

/** `5.0×10⁵` is `5×10⁵`, and `1.0×10⁶` is `10⁶`. */
function plainPower(text: string): string {
  return text
    .replace(/(\.\d*?)0+(?=×)/, '$1')
    .replace(/\.(?=×)/, '')
    .replace(/^(−?)1×/, '$1');
}

function sound([low, high]: readonly [number, number]): [number, number] {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return [low, high];
  const middle = Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0;
  return [middle - 0.5, middle + 0.5];
}

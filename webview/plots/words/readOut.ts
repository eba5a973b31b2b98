import { bisectCenter } from 'd3-array';
import type { Components, Plane } from '../../../src/engine/api/preview';
import { colourClass, componentName } from '../axes/colours';
import { type ScaledBars, type ScaledCurve, valueName } from '../axes/onScale';
import { atStep, fixed, significant } from '../text/format';

/** What the reader learns at one place of a plot. */
export interface ReadOut {
  /** `x = 1.55` as name and value. */
  readonly places: readonly { readonly name: string; readonly value: string }[];
  /** `p(x)` and its value. */
  readonly density: { readonly name: string; readonly value: string };
  /** Standard error of the density; '' where it has none. */
  readonly error: string;
  /** p(z = k | x) for each component, in the order of the components; null where shares make no sense. */
  readonly shares: readonly Share[] | null;
  /** `p(z | x)` */
  readonly sharesOf: string;
  /** The few largest shares, the largest first. */
  readonly top: readonly Share[];
  /** All of it as one sentence, for a screen reader. */
  readonly spoken: string;
}

export interface Share {
  readonly label: string;
  readonly name: string;
  readonly share: number;
  readonly className: string;
}

/** @returns the index of the point of the curve nearest to x. */
export function nearest(x: Float64Array, value: number): number {
  return Math.min(x.length - 1, Math.max(0, bisectCenter(x, value)));
}

/** What a curve says at its point `index`. */
export function readCurve(curve: ScaledCurve, index: number): ReadOut {
  const source = curve.onScale?.source ?? curve;
  const x = curve.x[index] ?? Number.NaN;
  const range = (curve.x[curve.x.length - 1] ?? 1) - (curve.x[0] ?? 0);
  return compose({
    label: curve.choice.label,
    name: valueName(curve.choice.label, curve.onScale?.name ?? 'density'),
    place: atStep(x, range / 400),
    density: curve.density[index] ?? Number.NaN,
    error: errorOf(curve.standardError, source.density, curve.onScale?.name, index),
    shares: sharesAt(source.components, source.density, index),
    of: source.components.of,
  });
}

/** What a bar chart says at its bar `index`. */
export function readBars(bars: ScaledBars, index: number): ReadOut {
  const source = bars.onScale?.source ?? bars;
  return compose({
    label: bars.choice.label,
    name: valueName(bars.choice.label, bars.onScale?.name ?? 'density'),
    place: bars.labels[index] ?? '',
    density: bars.probability[index] ?? Number.NaN,
    error: errorOf(bars.standardError, source.probability, bars.onScale?.name, index),
    shares: sharesAt(source.components, source.probability, index),
    of: source.components.of,
  });
}

/** The error of a logarithm is relative. */
function errorOf(
  error: Float64Array | null,
  value: Float64Array,
  scale: 'log' | 'distribution' | undefined,
  index: number,
): number | null {
  const own = error?.[index];
  if (own === undefined) return null;
  return scale === 'log' ? own / (value[index] ?? 0) : own;
}

/** What a plane says at a cell of its grid. */
export function readPlane(plane: Plane, column: number, row: number): ReadOut {
  const name = plane.choice.label;
  const [first, second] = planeNames(name);
  const x = atStep(plane.x[column] ?? Number.NaN, span(plane.x) / 200);
  const y = atStep(plane.y[row] ?? Number.NaN, span(plane.y) / 200);
  const density = significant(plane.density[row * plane.x.length + column] ?? Number.NaN);
  return {
    places: [
      { name: first, value: x },
      { name: second, value: y },
    ],
    density: { name: `p(${name})`, value: density },
    error: '',
    shares: null,
    sharesOf: '',
    top: [],
    spoken: `${first} = ${x}, ${second} = ${y}, p(${name}) = ${density}`,
  };
}

/** @returns the names of the two coordinates of a pair. */
export function planeNames(label: string): [string, string] {
  const parts = label.split(/\s*,\s*/);
  return parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : [`${label}₁`, `${label}₂`];
}

/** @returns p(z = k | x) at one point, or null where the components do not sum to the marginal or it is zero there. */
export function sharesAt(components: Components, marginal: Float64Array, index: number): Share[] | null {
  const total = marginal[index] ?? 0;
  if (components.kind !== 'categories' || components.items.length === 0 || !(total > 0) || !Number.isFinite(total))
    return null;
  return components.items.map((component) => ({
    label: component.label,
    name: componentName(component, components.of),
    share: Math.min(1, Math.max(0, (component.density[index] ?? 0) / total)),
    className: colourClass(component.colour),
  }));
}

/** How many of the largest shares are named in words. */
const named = 3;

function compose(at: {
  label: string;
  /** Of the value: `p(x)`. */
  name: string;
  place: string;
  density: number;
  error: number | null;
  shares: Share[] | null;
  of: string;
}): ReadOut {
  const density = significant(at.density);
  const error = at.error === null || !Number.isFinite(at.error) ? '' : `± ${significant(at.error, 2)}`;
  const top = at.shares === null ? [] : topShares(at.shares);
  const sentence = [
    `${at.label} = ${at.place}`,
    `${at.name} = ${density}${error === '' ? '' : ` ${error}`}`,
    ...top.map(({ name, share }) => `${name} ${fixed(share, 2)}`),
  ];
  return {
    places: [{ name: at.label, value: at.place }],
    density: { name: at.name, value: density },
    error,
    shares: at.shares,
    sharesOf: at.shares === null ? '' : `p(${at.of} | ${at.label})`,
    top,
    spoken: sentence.join(', '),
  };
}

function topShares(shares: readonly Share[]): Share[] {
  const sorted = [...shares].sort((a, b) => b.share - a.share);
  return sorted.filter(({ share }, i) => i === 0 || share >= 0.005).slice(0, named);
}

function span(values: Float64Array): number {
  return Math.abs((values[values.length - 1] ?? 1) - (values[0] ?? 0)) || 1;
}

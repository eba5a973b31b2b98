import type { Method, Plane } from '../../../src/engine/api/preview';
import { componentName } from '../axes/colours';
import type { ScaledBars, ScaledCurve } from '../axes/onScale';
import { peakOf } from '../curve/peak';
import { count, fixed, percent, short, significant } from '../text/format';

/** Components named in a text alternative; the table has the rest. */
const named = 6;

/**
 * What a picture shows, for those who do not see it: what it is, where it is highest, the components with their
 * weights, how much of the mass the range holds, and how it was computed.
 */
export function describe(shown: ScaledCurve | ScaledBars | Plane, method: Method | null): string {
  const scale = shown.kind === 'plane' ? undefined : shown.onScale;
  const plot = scale?.source ?? shown;
  const first = shown.kind === 'plane' || scale === undefined ? opening(plot) : openingOnScale(shown);
  return [first, ...components(plot), mass(plot), method === null ? '' : `${method.badge}.`]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** What stands on another scale says where it begins and ends; a distribution function where it is one half. */
function openingOnScale(plot: ScaledCurve | ScaledBars): string {
  const { label } = plot.choice;
  const { onScale } = plot;
  const [places, values] = plot.kind === 'curve' ? [plot.x, plot.density] : [plot.values, plot.probability];
  const last = places.length - 1;
  const at = (i: number): string => (plot.kind === 'curve' ? short(places[i] ?? Number.NaN) : (plot.labels[i] ?? ''));
  const value = (i: number): string => significant(values[i] ?? Number.NaN);
  const note = onScale?.note ?? '';
  if (onScale?.name === 'log') {
    const peak = values.indexOf(values.reduce((a, b) => (b > a && b < Number.POSITIVE_INFINITY ? b : a), -Infinity));
    const what = plot.kind === 'curve' ? 'density' : 'probability';
    return `Log ${what} of ${label} from ${at(0)} to ${at(last)}, highest at ${label} = ${at(peak)} with ${value(peak)}. ${note}`;
  }
  const half = values.findIndex((share) => share >= 0.5);
  const median = half < 0 ? '' : `, one half at ${label} = ${at(half)}`;
  return `Distribution function of ${label}: ${value(0)} at ${at(0)}, ${value(last)} at ${at(last)}${median}. ${note}`;
}

function opening(plot: ScaledCurve | ScaledBars | Plane): string {
  const { label } = plot.choice;
  if (plot.kind === 'curve') {
    const peak = peakOf(plot.x, plot.density);
    const low = short(plot.x[0] ?? Number.NaN);
    const high = short(plot.x[plot.x.length - 1] ?? Number.NaN);
    return `Density of ${label} from ${low} to ${high}, highest at ${label} = ${significant(peak.x)} with ${significant(peak.density)}.`;
  }
  if (plot.kind === 'bars') {
    const peak = peakOf(plot.values, plot.probability);
    const at = plot.labels[plot.values.indexOf(peak.x)] ?? '';
    const values = plot.values.length;
    return `Probabilities of the ${count(values)} ${values === 1 ? 'value' : 'values'} of ${label}; the most probable is ${at} with ${significant(peak.density)}.`;
  }
  const peak = planePeak(plot);
  return `Density of the pair ${label} as a heat map, highest at (${significant(peak.x)}, ${significant(peak.y)}) with ${significant(peak.density)}.`;
}

/** @returns the grid point where a plane is highest. */
export function planePeak(plane: Plane): { x: number; y: number; density: number } {
  const { x, density } = peakOf(
    plane.density.map((_, i) => i),
    plane.density,
  );
  const column = x % plane.x.length;
  return {
    x: plane.x[column] ?? Number.NaN,
    y: plane.y[Math.floor(x / plane.x.length)] ?? Number.NaN,
    density,
  };
}

function components(plot: ScaledCurve | ScaledBars | Plane): string[] {
  if (plot.kind === 'plane') return ellipses(plot);
  if (plot.components.items.length === 0) return [];
  const { items, kind, total, of } = plot.components;
  if (kind === 'draws')
    return [`${count(items.length)} of infinitely many components are drawn, each for one value of ${of}.`];
  if (kind === 'none') return [];
  const sorted = [...items].sort((a, b) => b.weight - a.weight);
  const list = sorted.slice(0, named).map((item) => `${componentName(item, of)} ${fixed(item.weight, 2)}`);
  const rest = total - list.length;
  return [`${count(total)} components by ${of}: ${list.join(', ')}${rest > 0 ? `, and ${count(rest)} more` : ''}.`];
}

/** The components of a pair with weight and mean; the one of a pair that is no mixture goes without saying. */
function ellipses({ components }: Plane): string[] {
  if (components == null || components.items.length === 0 || components.total < 2) return [];
  const { items, total, of } = components;
  const sorted = [...items].sort((a, b) => b.weight - a.weight).slice(0, named);
  const list = sorted.map((item) => {
    const [x, y] = item.mean;
    return `${componentName(item, of)} ${fixed(item.weight, 2)} at (${significant(x)}, ${significant(y)})`;
  });
  const rest = total - list.length;
  return [`${count(total)} components by ${of}: ${list.join(', ')}${rest > 0 ? `, and ${count(rest)} more` : ''}.`];
}

function mass(plot: ScaledCurve | ScaledBars | Plane): string {
  if (!Number.isFinite(plot.massInside)) return '';
  return `The range holds ${percent(plot.massInside)} of the mass.`;
}

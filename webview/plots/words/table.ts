import type { Bars, Curve, Plane } from '../../../src/engine/api/preview';
import { componentName } from '../axes/colours';
import { type ScaledBars, type ScaledCurve, valueName } from '../axes/onScale';
import { contourShares, massLevels } from '../plane/massLevels';
import { atStep, percent, significant } from '../text/format';

/** A plot as a table of text. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Says what was left out; '' where nothing was. */
  readonly note: string;
}

const mostRows = 41;
const mostColumns = 8;

/** @returns a few dozen rows of what a plot shows, evenly spread over its range. */
export function tableOf(plot: ScaledCurve | ScaledBars | Plane): TextTable {
  if (plot.kind === 'plane') return planeTable(plot);
  const { label } = plot.choice;
  const items = plot.components.kind === 'categories' ? plot.components.items.slice(0, mostColumns) : [];
  const values = plot.kind === 'curve' ? plot.density : plot.probability;
  const error = plot.onScale === undefined ? plot.standardError : null;
  const indices = spread(values.length);
  const step = plot.kind === 'curve' ? Math.abs((plot.x[plot.x.length - 1] ?? 1) - (plot.x[0] ?? 0)) / mostRows : 0;
  const first = (i: number): string =>
    plot.kind === 'curve' ? atStep(plot.x[i] ?? Number.NaN, step / 10) : (plot.labels[i] ?? '');
  return {
    head: [
      label,
      valueName(label, plot.onScale?.name ?? 'density'),
      ...(error === null ? [] : ['standard error']),
      ...items.map((item) => componentName(item, plot.components.of)),
    ],
    rows: indices.map((i) => [
      first(i),
      significant(values[i] ?? Number.NaN),
      ...(error === null ? [] : [significant(error[i] ?? Number.NaN, 2)]),
      ...items.map((item) => significant(item.density[i] ?? Number.NaN)),
    ]),
    note: note(plot, indices.length, values.length, items.length),
  };
}

function note(plot: Curve | Bars, rows: number, all: number, columns: number): string {
  const parts: string[] = [];
  if (rows < all) parts.push(`${rows} of ${all} ${plot.kind === 'curve' ? 'points' : 'values'}`);
  const { kind, total } = plot.components;
  if (kind === 'categories' && columns < total) parts.push(`${columns} of ${total} components`);
  return parts.join(', ');
}

function planeTable(plane: Plane): TextTable {
  const columns = spread(plane.x.length, mostColumns);
  const rows = spread(plane.y.length, 13);
  const text = (values: Float64Array, i: number): string => significant(values[i] ?? Number.NaN);
  return {
    head: ['', ...columns.map((i) => text(plane.x, i))],
    rows: rows
      .reverse()
      .map((row) => [
        text(plane.y, row),
        ...columns.map((column) => text(plane.density, row * plane.x.length + column)),
      ]),
    note: [
      'density on a coarse grid; columns are the first coordinate, rows the second',
      ...massLevels(plane, contourShares).map(
        ({ share, density }) =>
          `${percent(share)} of the mass shown lies where the density is above ${significant(density)}`,
      ),
      ...componentNotes(plane),
    ].join('; '),
  };
}

/** Weight, mean, standard deviations and correlation of each component. */
function componentNotes({ components }: Plane): string[] {
  if (components == null) return [];
  const { items, of, total } = components;
  return items.slice(0, mostColumns).map((item) => {
    const [xx, xy, yy] = item.covariance;
    const [sx, sy] = [Math.sqrt(xx), Math.sqrt(yy)];
    const pair = (x: number, y: number): string => `(${significant(x)}, ${significant(y)})`;
    const who = total < 2 ? item.label : `${componentName(item, of)}: weight ${significant(item.weight)}, `;
    const correlation = xy === 0 ? '' : `, correlation ${significant(xy / (sx * sy))}`;
    return `${who}${total < 2 ? ' has ' : ''}mean ${pair(...item.mean)}, standard deviations ${pair(sx, sy)}${correlation}`;
  });
}

/** @returns at most `most` indices, evenly spread, the first and last among them. */
function spread(length: number, most = mostRows): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
}

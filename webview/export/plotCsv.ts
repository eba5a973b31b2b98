import type { Bars, Components, Curve, Plane } from '../../src/engine/api/preview';
import { planeNames } from '../plots/words/readOut';
import { type CsvCell, csvText } from './csv';

/**
 * Everything that a plot shows as a table: a line for each point of a curve, for each value of a discrete variable, or
 * for each cell of a plane (row by row from below). A standard error that is empty is not known to differ from 0.
 */
export function plotCsv(plot: Curve | Bars | Plane): string {
  switch (plot.kind) {
    case 'curve':
      return curveCsv(plot);
    case 'bars':
      return barsCsv(plot);
    case 'plane':
      return planeCsv(plot);
  }
}

function curveCsv({ choice, x, density, logDensity, standardError, before, components }: Curve): string {
  const parts = columnsOf(components, choice.label);
  return csvText(
    [choice.label, 'density', 'log_density', 'standard_error', ...prior(before, 'prior_density'), ...names(parts)],
    rowsOf(x.length, (i) => [
      at(x, i),
      at(density, i),
      at(logDensity, i),
      at(standardError, i),
      ...(before === undefined ? [] : [at(before, i)]),
      ...parts.map(({ value }) => value(i)),
    ]),
  );
}

function barsCsv({ choice, values, labels, probability, standardError, before, samples, components }: Bars): string {
  const parts = columnsOf(components, choice.label);
  return csvText(
    [
      choice.label,
      'label',
      'probability',
      'standard_error',
      'share_of_samples',
      ...prior(before, 'prior_probability'),
      ...names(parts),
    ],
    rowsOf(values.length, (i) => [
      at(values, i),
      labels[i] ?? '',
      at(probability, i),
      at(standardError, i),
      at(samples, i),
      ...(before === undefined ? [] : [at(before, i)]),
      ...parts.map(({ value }) => value(i)),
    ]),
  );
}

function planeCsv({ choice, x, y, density }: Plane): string {
  const columns = x.length;
  return csvText(
    [...planeNames(choice.label), 'density'],
    rowsOf(density.length, (i) => [at(x, i % columns), at(y, Math.floor(i / columns)), at(density, i)]),
  );
}

interface Part {
  readonly name: string;
  value(point: number): CsvCell;
}

/** Categories are shares of the whole, `p(z) p(x | z)`; a few of infinitely many are `p(x | z)`, not as low as they are drawn. */
function columnsOf({ kind, items, of, scale }: Components, label: string): Part[] {
  if (kind === 'none') return [];
  return items.map((item) => {
    const state = `${of} = ${item.label}`;
    if (kind === 'categories') return { name: state, value: (i) => at(item.density, i) };
    return { name: `p(${label} | ${state})`, value: (i) => (item.density[i] ?? Number.NaN) / scale };
  });
}

function names(parts: readonly Part[]): string[] {
  return parts.map(({ name }) => name);
}

function prior(before: Float64Array | undefined, name: string): string[] {
  return before === undefined ? [] : [name];
}

function at(values: Float64Array | null, i: number): CsvCell {
  return values?.[i] ?? null;
}

function* rowsOf(count: number, row: (i: number) => CsvCell[]): Generator<CsvCell[]> {
  for (let i = 0; i < count; i++) yield row(i);
}
